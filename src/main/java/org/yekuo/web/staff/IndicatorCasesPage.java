package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.access.CurrentStaff;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.supervision.ReadingIndicators;
import org.yekuo.supervision.ReadingJudgedCases;
import org.yekuo.supervision.ReadingJudgedCases.Item;
import org.yekuo.supervision.ReadingJudgedCases.Query;
import org.yekuo.supervision.ReadingJudgedCases.Show;
import org.yekuo.web.internal.Exporting;
import org.yekuo.web.internal.Say;

/** The cases behind an indicator, with which link was late by how many days and what was said about it; as a page or for a spreadsheet. */
@Controller
class IndicatorCasesPage {

    private static final int PAGE = 50;

    record Row(Item item, String unit, String owner, String category, String answer) {}

    /** Which cases, as the address says it. */
    record Place(@Nullable String unit, @Nullable String period, String show, @Nullable String category, @Nullable String link) {}

    private final ReadingIndicators figures;
    private final ReadingJudgedCases reading;
    private final Organisation organisation;
    private final CurrentStaff current;
    private final ListRows rows;
    private final Say say;

    IndicatorCasesPage(ReadingIndicators figures, ReadingJudgedCases reading, Organisation organisation, CurrentStaff current, ListRows rows, Say say) {
        this.figures = figures;
        this.reading = reading;
        this.organisation = organisation;
        this.current = current;
        this.rows = rows;
        this.say = say;
    }

    @GetMapping("/work/indicators/cases")
    String show(@RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable String period, @RequestParam(defaultValue = "late") String show,
            @RequestParam(required = false) @Nullable String category, @RequestParam(required = false) @Nullable String link, @RequestParam(required = false) @Nullable String cursor, Model model) {
        var query = query(new Place(unit, period, show, category, link)).from(cursor, PAGE);
        var page = reading.cases(current.staffNo(), query);
        var whose = query.unit() == null ? figures.top(current.staffNo()) : query.unit();
        var whole = figures.whole(current.staffNo(), whose, query.period());
        var names = whole.weights().stream().collect(Collectors.toMap(weight -> weight.category(), weight -> say.of(weight.name())));
        model.addAttribute("rows", page.items().stream().map(item -> row(item, Objects.requireNonNullElse(names.get(item.category()), ""))).toList());
        model.addAttribute("total", ReadingJudgedCases.length(whole, query));
        model.addAttribute("next", page.next());
        model.addAttribute("show", query.show().name().toLowerCase(Locale.ROOT));
        model.addAttribute("shows", Arrays.stream(Show.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
        model.addAttribute("unit", whose.value());
        model.addAttribute("unitName", rows.unit(whose.value()));
        model.addAttribute("period", query.period());
        model.addAttribute("category", query.category());
        model.addAttribute("categoryName", query.category() == null ? null : names.get(query.category()));
        model.addAttribute("link", query.link());
        model.addAttribute("linkName", query.link() == null ? null : say.of(figures.links().get(query.link())));
        return "staff/indicator-cases";
    }

    @GetMapping("/work/indicators/cases.{format:csv|xlsx}")
    void export(@PathVariable Exporting.Format format, @RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "late") String show, @RequestParam(required = false) @Nullable String category, @RequestParam(required = false) @Nullable String link,
            HttpServletResponse response) throws IOException {
        var query = query(new Place(unit, period, show, category, link));
        var heads = Stream.of("web.col.case", "web.col.customer", "web.case.handler", "web.case.owner", "web.indicators.category", "web.col.state", "web.indicators.accepted", "web.indicators.powered",
                "web.indicators.ended", "web.indicators.kva", "web.indicators.company-days", "web.indicators.late-links", "web.indicators.explanation", "web.indicators.answer").map(say::key).toList();
        Exporting.send(response, "cases-" + query.show().name().toLowerCase(Locale.ROOT), format, heads, row -> {
            String cursor = null;
            do {
                var page = reading.cases(current.staffNo(), query.from(cursor, Exporting.AT_ONCE));
                page.items().forEach(item -> row.accept(cells(row(item, item.category()))));
                cursor = page.next();
            } while (cursor != null);
        });
    }

    private List<@Nullable Object> cells(Row row) {
        var item = row.item();
        return Arrays.asList(item.caseNo().value(), item.customer(), row.unit(), row.owner(), row.category(), say.key("web.status." + item.ending()), item.acceptedOn(), item.poweredOn(),
                item.endedOn(), item.capacityKva(), item.companyDays(),
                item.late().stream().map(late -> say.of(late.limit()) + " +" + late.days()).collect(Collectors.joining("; ")),
                item.late().stream().map(late -> Objects.requireNonNullElse(late.explanation(), "")).filter(said -> !said.isEmpty()).collect(Collectors.joining("; ")), row.answer());
    }

    private Query query(Place place) {
        return new Query(IndicatorsPage.unit(place.unit()), IndicatorsPage.period(figures, place.period(), null, null), which(place.show()), said(place.category()), said(place.link()), null, PAGE);
    }

    private Row row(Item item, String category) {
        return new Row(item, rows.unit(item.handledBy()), organisation.staff(item.owner()).map(Staff::name).orElse(item.owner()), category,
                item.answer().isEmpty() ? "" : say.key("word.CalledBack.Answer." + item.answer()));
    }

    private static Show which(String show) {
        return Arrays.stream(Show.values()).filter(one -> one.name().equalsIgnoreCase(show)).findFirst().orElse(Show.LATE);
    }

    /** A filter left empty in the address is none. */
    private static @Nullable String said(@Nullable String filter) {
        return filter == null || filter.isBlank() ? null : filter;
    }
}
