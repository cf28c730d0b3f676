package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.access.CaseAct;
import org.yekuo.access.CurrentStaff;
import org.yekuo.access.Permissions;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingRisk;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.web.internal.Exporting;
import org.yekuo.web.internal.Say;

/** What is on its way and what is in danger (在途与风险): figures by unit and by account manager, each leading to its cases; every list can be exported. */
@Controller
class RiskPage {

    /** In the address, for those without an account manager. */
    private static final String NOBODY = "-";

    private static final int PAGE = 50;

    /** A line of figures with the name of whose they are. */
    record Line(String name, ReadingRisk.Figures figures) {}

    record Row(ReadingRisk.Item item, String unit, String owner) {}

    private final ReadingRisk reading;
    private final Organisation organisation;
    private final CurrentStaff current;
    private final BusinessClock clock;
    private final Say say;

    RiskPage(ReadingRisk reading, Organisation organisation, CurrentStaff current, BusinessClock clock, Say say) {
        this.reading = reading;
        this.organisation = organisation;
        this.current = current;
        this.clock = clock;
        this.say = say;
    }

    @GetMapping("/work/risk")
    String show(@RequestParam(defaultValue = "overdue") String show, @RequestParam(required = false) @Nullable String unit, @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String cause, @RequestParam(required = false) @Nullable String cursor, Model model) {
        var whose = cause(cause);
        var which = which(show);
        var query = new ReadingRisk.Query(which, said(unit), whoever(owner), whose, cursor, PAGE);
        var page = reading.cases(current.staffNo(), query);
        var overview = reading.overview(current.staffNo());
        model.addAttribute("units", overview.units().stream().map(figures -> new Line(unit(figures.key()), figures)).toList());
        model.addAttribute("owners", overview.owners().stream().map(figures -> new Line(owner(figures.key()), figures)).toList());
        model.addAttribute("causes", overview.causes());
        model.addAttribute("cause", whose == null ? null : whose.name().toLowerCase(Locale.ROOT));
        model.addAttribute("supervises", organisation.hats(current.staffNo(), clock.today()).stream().anyMatch(post -> Permissions.rolesFor(CaseAct.SUPERVISE).contains(post.role())));
        model.addAttribute("shows", Arrays.stream(ReadingRisk.Show.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
        model.addAttribute("show", which.name().toLowerCase(Locale.ROOT));
        model.addAttribute("unit", unit);
        model.addAttribute("unitName", said(unit) == null ? null : unit(String.valueOf(said(unit))));
        model.addAttribute("owner", owner);
        model.addAttribute("ownerName", whoever(owner) == null ? null : owner(String.valueOf(whoever(owner))));
        model.addAttribute("rows", page.items().stream().map(item -> new Row(item, unit(item.handledBy()), owner(item.owner() == null ? "" : item.owner()))).toList());
        model.addAttribute("total", overview.total(query));
        model.addAttribute("next", page.next());
        return "staff/risk";
    }

    /** The same list for a spreadsheet. */
    @GetMapping("/work/risk.{format:csv|xlsx}")
    void export(@PathVariable Exporting.Format format, @RequestParam(defaultValue = "overdue") String show, @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String owner, @RequestParam(required = false) @Nullable String cause,
            HttpServletResponse response) throws IOException {
        var heads = Stream.of("web.col.case", "web.col.customer", "web.col.address", "web.case.handler", "web.case.owner", "web.col.state", "web.col.limit", "web.col.due").map(say::key).toList();
        Exporting.send(response, "cases-" + which(show).name().toLowerCase(Locale.ROOT), format, heads, row -> {
            String cursor = null;
            do {
                var page = reading.cases(current.staffNo(), new ReadingRisk.Query(which(show), said(unit), whoever(owner), cause(cause), cursor, Exporting.AT_ONCE));
                page.items().forEach(item -> row.accept(Arrays.asList(item.caseNo().value(), item.customer(), item.address(), unit(item.handledBy()),
                        owner(item.owner() == null ? "" : item.owner()), say.key("web.status." + item.status()), say.of(item.limit()), item.dueOn())));
                cursor = page.next();
            } while (cursor != null);
        });
    }

    private static ReadingRisk.@Nullable Cause cause(@Nullable String said) {
        return Arrays.stream(ReadingRisk.Cause.values()).filter(one -> one.name().equalsIgnoreCase(said)).findFirst().orElse(null);
    }

    private static ReadingRisk.Show which(String show) {
        return Arrays.stream(ReadingRisk.Show.values()).filter(one -> one.name().equalsIgnoreCase(show)).findFirst().orElse(ReadingRisk.Show.OVERDUE);
    }

    /** A filter left empty in the address is none. */
    private static @Nullable String said(@Nullable String filter) {
        return filter == null || filter.isBlank() ? null : filter;
    }

    /** An account manager's number; a dash stands for cases nobody has yet. */
    private static @Nullable String whoever(@Nullable String owner) {
        return NOBODY.equals(owner) ? "" : said(owner);
    }

    private String unit(String code) {
        return UnitCode.isValid(code) ? organisation.unit(new UnitCode(code)).map(Unit::name).orElse(code) : code;
    }

    private String owner(String staffNo) {
        return staffNo.isEmpty() ? say.key("web.risk.nobody") : organisation.staff(staffNo).map(Staff::name).orElse(staffNo);
    }
}
