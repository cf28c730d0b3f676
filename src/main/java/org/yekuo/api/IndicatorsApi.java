package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.form.PageOf;
import org.yekuo.supervision.Indicators;
import org.yekuo.supervision.Period;
import org.yekuo.supervision.ReadingIndicators;
import org.yekuo.supervision.ReadingJudgedCases;
import org.yekuo.supervision.Stock;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** The indicators (指标) and the cases behind them. */
@Tag(name = "7 指标 Indicators", description = "时限达标率、平均接电时间、结存、回访满意率")
@RestController
class IndicatorsApi {

    private static final int MOST = 500;

    /** So many of so many, with the percentage where there are any. */
    record Share(long of, long among, @Nullable BigDecimal percent) {

        static Share of(Indicators.Ratio ratio) {
            return new Share(ratio.of(), ratio.among(), ratio.percent());
        }
    }

    record Category(String key, Text name, BigDecimal weight, Share onTime) {}

    record Link(String category, String link, @Nullable Text name, Share onTime) {}

    /** @param rate time limits kept, per cent, by the categories' weights; null where nothing was judged */
    record Figures(@Nullable BigDecimal rate, List<Category> categories, long archived, long notJudged, long unfinished, long explained, @Nullable BigDecimal companyDays,
            @Nullable BigDecimal processDays, Share called, Share content) {

        static Figures of(Indicators it) {
            return new Figures(it.rate(), it.categories().stream().map(one -> new Category(one.key(), one.name(), one.weight(), Share.of(one.onTime()))).toList(), it.archived(), it.notJudged(),
                    it.unfinished(), it.explained(), it.companyDays(), it.processDays(), Share.of(it.called()), Share.of(it.content()));
        }
    }

    record Line(String key, Figures figures) {}

    record OnHand(String unit, Stock.Amount opening, Stock.Amount accepted, Stock.Amount energised, Stock.Amount terminated, Stock.Amount closing) {

        static OnHand of(String unit, Stock stock) {
            return new OnHand(unit, stock.opening(), stock.accepted(), stock.energised(), stock.terminated(), stock.closing());
        }
    }

    record Overview(String unit, LocalDate from, LocalDate to, Figures figures, List<Link> links, List<Line> units, List<Line> months, OnHand stock, List<OnHand> stocks) {}

    private final ReadingIndicators reading;
    private final ReadingJudgedCases cases;
    private final CurrentStaff current;

    IndicatorsApi(ReadingIndicators reading, ReadingJudgedCases cases, CurrentStaff current) {
        this.reading = reading;
        this.cases = cases;
        this.current = current;
    }

    /** The figures of a unit and all below it that the asker may see; the year so far without a period. */
    @GetMapping("/api/v1/indicators")
    Overview indicators(@RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable String period) {
        var faults = new ArrayList<Violation>();
        var whose = unit(unit, faults);
        var span = period(period, faults);
        refuse(faults);
        var it = reading.overview(current.staffNo(), whose, span);
        return new Overview(it.unit().value(), span.from(), span.to(), Figures.of(it.whole()),
                it.whole().links().stream().map(link -> new Link(link.category(), link.link(), it.links().get(link.link()), Share.of(link.onTime()))).toList(),
                it.units().stream().map(line -> new Line(line.key(), Figures.of(line.indicators()))).toList(),
                it.months().stream().map(line -> new Line(line.key(), Figures.of(line.indicators()))).toList(),
                OnHand.of(it.unit().value(), it.stock()), it.stocks().stream().map(stock -> OnHand.of(stock.unit(), stock)).toList());
    }

    /** The cases behind a figure, the last ended first. */
    @GetMapping("/api/v1/indicators/cases")
    PageOf<ReadingJudgedCases.Item> cases(@RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "LATE") String show, @RequestParam(required = false) @Nullable String category, @RequestParam(required = false) @Nullable String link,
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int size) {
        var faults = new ArrayList<Violation>();
        var whose = unit(unit, faults);
        var span = period(period, faults);
        var which = Arrays.stream(ReadingJudgedCases.Show.values()).filter(one -> one.name().equalsIgnoreCase(show)).findFirst();
        if (which.isEmpty()) {
            faults.add(Violation.at("show", "form.unknown-word", show, Arrays.stream(ReadingJudgedCases.Show.values()).map(Enum::name).collect(Collectors.joining("、"))));
        }
        refuse(faults);
        return cases.cases(current.staffNo(), new ReadingJudgedCases.Query(whose, span, which.orElseThrow(), category, link, cursor, Math.min(size, MOST)));
    }

    private static @Nullable UnitCode unit(@Nullable String unit, List<Violation> faults) {
        if (unit != null && !UnitCode.isValid(unit)) {
            faults.add(Violation.at("unit", "form.wrong-pattern", unit, "34 / 3401 / 340121"));
            return null;
        }
        return unit == null ? null : new UnitCode(unit);
    }

    private Period period(@Nullable String period, List<Violation> faults) {
        if (period == null) {
            return reading.current();
        }
        var read = Period.read(period);
        if (read.isEmpty()) {
            faults.add(Violation.at("period", "form.wrong-pattern", period, "2008 / 2008-Q2 / 2008-04 / 2008-04-01..2008-04-20"));
        }
        return read.orElseGet(reading::current);
    }

    private static void refuse(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, faults);
        }
    }
}
