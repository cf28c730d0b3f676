package org.yekuo.supervision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.regulation.Assessment;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.supervision.internal.IndicatorStore;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;

/** The indicators (指标) of a unit and everything below it, for whoever may see them: whole, by sub-unit, by link, month by month, and what is on hand. */
@Component
public class ReadingIndicators {

    private static final int CITY_DIGITS = 4;
    private static final int COUNTY_DIGITS = 6;

    /**
     * All figures, read at one moment.
     *
     * @param unit   whose they are
     * @param whole  of the period
     * @param units  of the period, by the units one step below
     * @param months twelve months that end with the period, or all of it
     * @param stocks by the units one step below
     * @param links  what the links' letters stand for
     * @param empty  what is done with the weight of a category without cases, and on what that rests
     */
    public record Overview(UnitCode unit, Period period, Indicators whole, List<Indicators.Line> units, List<Indicators.Line> months, List<Stock> stocks, Map<String, Text> links,
            DecisionTable.Row empty) {

        public Stock stock() {
            return stocks.stream().reduce(Stock.NONE, Stock::plus);
        }
    }

    private final IndicatorStore store;
    private final Organisation organisation;
    private final Regulations regulations;
    private final BusinessClock clock;

    ReadingIndicators(IndicatorStore store, Organisation organisation, Regulations regulations, BusinessClock clock) {
        this.store = store;
        this.organisation = organisation;
        this.regulations = regulations;
        this.clock = clock;
    }

    /** @param unit whose, or null for the highest the person may see; of a unit she may not see there is nothing */
    @Transactional(readOnly = true)
    public Overview overview(String staffNo, @Nullable UnitCode unit, Period period) {
        var whose = unit == null ? top(staffNo) : unit;
        var units = units(staffNo, whose);
        int digits = whose.isProvince() ? CITY_DIGITS : COUNTY_DIGITS;
        var assessment = assessment();
        var all = new Indicators(store.alike(units, digits, period, period.firstMonth().atDay(1)), assessment.weights());
        var inside = all.inside();
        return new Overview(whose, period, inside, inside.units(), all.months(), store.stock(units, digits, period), links(), assessment.empty());
    }

    /** The figures of the period alone: how long the lists behind them are. */
    @Transactional(readOnly = true)
    public Indicators whole(String staffNo, UnitCode unit, Period period) {
        return new Indicators(store.alike(units(staffNo, unit), unit.isProvince() ? CITY_DIGITS : COUNTY_DIGITS, period, period.from()), assessment().weights());
    }

    /** The year so far. */
    public Period current() {
        return Period.year(clock.today().getYear());
    }

    /** The highest unit below which everything lies that a person may see. */
    public UnitCode top(String staffNo) {
        var units = organisation.scope(staffNo, clock.today()).units();
        return units.stream().filter(one -> units.stream().allMatch(one::covers)).findFirst().or(() -> units.stream().map(UnitCode::province).findFirst())
                .orElseGet(() -> organisation.units().getFirst().code());
    }

    /** The city and county companies below a unit that a person may see. */
    List<String> units(String staffNo, UnitCode whose) {
        var scope = organisation.scope(staffNo, clock.today());
        return organisation.units().stream().map(Unit::code).filter(code -> !code.isProvince() && whose.covers(code) && scope.covers(code)).map(UnitCode::value).toList();
    }

    /** What links' letters stand for: as the newest pack that has them says. */
    public Map<String, Text> links() {
        var names = new LinkedHashMap<String, Text>();
        regulations.all().stream().filter(pack -> pack.kind() == Pack.Kind.COMPLETE).flatMap(pack -> new Assessment(pack).links().stream())
                .forEach(link -> names.putIfAbsent(link.link(), link.name()));
        return names;
    }

    private Assessment assessment() {
        return regulations.inForce(clock.today()).map(Assessment::new).filter(Assessment::isSaid)
                .or(() -> regulations.all().stream().map(Assessment::new).filter(Assessment::isSaid).findFirst()).orElseThrow();
    }
}
