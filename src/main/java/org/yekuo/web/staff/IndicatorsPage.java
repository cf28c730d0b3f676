package org.yekuo.web.staff;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.access.CurrentStaff;
import org.yekuo.supervision.Indicators;
import org.yekuo.supervision.Period;
import org.yekuo.supervision.ReadingIndicators;
import org.yekuo.supervision.Stock;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.web.internal.Say;

/** The indicators (指标): the rate a unit answers for with how it is made up, by sub-unit, by link, month by month; every figure leads to its cases. */
@Controller
class IndicatorsPage {

    /** How high a bar of a hundred per cent is drawn. */
    private static final int HIGH = 100;

    /** A unit's line; {@code deeper} where there are units below it. */
    record Line(String key, String name, boolean deeper, Indicators of, Stock stock) {}

    /** A bar of the chart. */
    record Bar(String month, int x, int height, Indicators of) {}

    record Link(String letter, String name, String category, Indicators.Ratio onTime) {}

    private final ReadingIndicators reading;
    private final CurrentStaff current;
    private final ListRows rows;
    private final Say say;

    IndicatorsPage(ReadingIndicators reading, CurrentStaff current, ListRows rows, Say say) {
        this.reading = reading;
        this.current = current;
        this.rows = rows;
        this.say = say;
    }

    @GetMapping("/work/indicators")
    String show(@RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to, Model model) {
        var span = period(reading, period, from, to);
        var overview = reading.overview(current.staffNo(), unit(unit), span);
        var whole = overview.whole();
        model.addAttribute("it", whole);
        model.addAttribute("unit", overview.unit().value());
        model.addAttribute("unitName", rows.unit(overview.unit().value()));
        model.addAttribute("above", above(overview.unit()));
        model.addAttribute("period", span);
        model.addAttribute("periods", periods(span));
        model.addAttribute("formula", formula(whole));
        model.addAttribute("clause", whole.weights().getFirst().basis());
        model.addAttribute("empty", overview.empty());
        model.addAttribute("lines", lines(overview));
        model.addAttribute("stock", overview.stock());
        model.addAttribute("links", whole.links().stream().map(link -> new Link(link.link(), say.of(overview.links().get(link.link())), name(whole, link.category()), link.onTime())).toList());
        model.addAttribute("linkCategories", whole.links().stream().map(Indicators.Link::category).toList());
        model.addAttribute("bars", bars(overview, span));
        return "staff/indicators";
    }

    static @Nullable UnitCode unit(@Nullable String said) {
        return said == null || !UnitCode.isValid(said) ? null : new UnitCode(said);
    }

    /** What the address says, in two fields or one; the year so far where it says nothing that is a period. */
    static Period period(ReadingIndicators reading, @Nullable String period, @Nullable String from, @Nullable String to) {
        var days = from == null || to == null || from.isBlank() || to.isBlank() ? null : Period.read(from + ".." + to).orElse(null);
        return days != null ? days : Period.read(Objects.requireNonNullElse(period, "")).orElseGet(reading::current);
    }

    private List<Line> above(UnitCode unit) {
        var top = reading.top(current.staffNo());
        return Stream.of(unit.province(), unit.isProvince() ? unit : unit.city()).distinct().filter(code -> !code.equals(unit) && top.covers(code))
                .map(code -> new Line(code.value(), rows.unit(code.value()), true, new Indicators(List.of(), List.of()), Stock.NONE)).toList();
    }

    /** The year, quarter and month at the end of a period, to change between. */
    private static List<Period> periods(Period span) {
        var last = YearMonth.from(span.to());
        return Stream.of(Period.year(last.getYear()), Period.quarter(last.getYear(), (last.getMonthValue() + 2) / 3), Period.month(last)).filter(one -> !one.equals(span)).toList();
    }

    private List<Line> lines(ReadingIndicators.Overview overview) {
        var stocks = overview.stocks().stream().collect(Collectors.toMap(Stock::unit, stock -> stock));
        var figures = overview.units().stream().collect(Collectors.toMap(Indicators.Line::key, Indicators.Line::indicators));
        return Stream.concat(stocks.keySet().stream(), figures.keySet().stream()).distinct().sorted().map(key -> new Line(key, rows.unit(key),
                !key.equals(overview.unit().value()) && overview.unit().isProvince() || key.length() > overview.unit().value().length(),
                figures.getOrDefault(key, new Indicators(List.of(), overview.whole().weights())), stocks.getOrDefault(key, Stock.NONE))).toList();
    }

    /** (高压 90% × 0.6 + 低压 98% × 0.3) ÷ 0.9 */
    private String formula(Indicators it) {
        var parts = it.categories().stream().filter(one -> one.onTime().among() > 0).toList();
        var sum = parts.stream().map(one -> say.of(one.name()) + " " + say.number(one.onTime().percent()) + "% × " + say.number(one.weight())).collect(Collectors.joining(" + "));
        var weights = parts.stream().map(Indicators.Category::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return weights.compareTo(BigDecimal.ONE) == 0 ? sum : "(" + sum + ") ÷ " + say.number(weights);
    }

    private String name(Indicators it, String category) {
        return it.categories().stream().filter(one -> one.key().equals(category)).findFirst().map(one -> say.of(one.name())).orElse(category);
    }

    private List<Bar> bars(ReadingIndicators.Overview overview, Period span) {
        var months = overview.months().stream().collect(Collectors.toMap(Indicators.Line::key, Indicators.Line::indicators));
        var bars = new ArrayList<Bar>();
        var last = YearMonth.from(span.to());
        for (var month = YearMonth.from(overview.months().isEmpty() ? span.from() : YearMonth.parse(overview.months().getFirst().key()).atDay(1)); !month.isAfter(last); month = month.plusMonths(1)) {
            var of = months.getOrDefault(month.toString(), new Indicators(List.of(), overview.whole().weights()));
            var rate = of.rate();
            bars.add(new Bar(month.toString(), 10 + bars.size() * 50, rate == null ? 0 : rate.multiply(BigDecimal.valueOf(HIGH)).intValue() / HIGH, of));
        }
        return bars.size() > 36 ? bars.subList(bars.size() - 36, bars.size()) : bars;
    }
}
