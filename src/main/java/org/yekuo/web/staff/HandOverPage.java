package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CaseAct;
import org.yekuo.access.CurrentStaff;
import org.yekuo.access.Permissions;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.HandingOver;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Violation;

/** Handing over all a leaver has (离岗交接): who leaves, who takes over, what would move and what would not, then the confirmation. */
@Controller
class HandOverPage {

    record Row(HandingOver.Item item, String unit, @Nullable String to) {}

    private final HandingOver handing;
    private final Organisation organisation;
    private final CurrentStaff current;
    private final ListRows rows;
    private final BusinessClock clock;

    HandOverPage(HandingOver handing, Organisation organisation, CurrentStaff current, ListRows rows, BusinessClock clock) {
        this.handing = handing;
        this.organisation = organisation;
        this.current = current;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping("/work/hand-over")
    String show(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") List<String> to, @RequestParam(defaultValue = "0") int done, Model model) {
        model.addAttribute("done", done);
        return page(from, to, List.of(), model);
    }

    @PostMapping("/work/hand-over")
    String handOver(@RequestParam String from, @RequestParam(defaultValue = "") List<String> to, HttpServletResponse response, Model model) {
        var handed = handing.handOver(from, to, current.actor());
        model.addAttribute("done", handed.cases());
        if (!handed.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(from, to, handed.faults(), model);
    }

    private String page(String from, List<String> to, List<Violation> faults, Model model) {
        var people = people();
        if (people.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var leaver = organisation.staff(from);
        model.addAttribute("people", people);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        model.addAttribute("leaver", leaver.orElse(null));
        if (leaver.isPresent()) {
            var preview = handing.preview(from, to, current.actor());
            model.addAttribute("cases", preview.cases());
            model.addAttribute("most", HandingOver.MOST);
            model.addAttribute("rows", preview.items().stream().map(this::row).toList());
            model.addAttribute("able", colleagues(from, people));
        }
        return "staff/hand-over";
    }

    private Row row(HandingOver.Item item) {
        return new Row(item, rows.unit(item.unit()), Optional.ofNullable(item.to()).flatMap(organisation::staff).map(Staff::name).orElse(null));
    }

    /** Whoever holds one of the leaver's posts too; where she has none any more, everybody. */
    private List<Staff> colleagues(String leaver, List<Staff> everybody) {
        var today = clock.today();
        var hats = organisation.hats(leaver, today);
        return hats.isEmpty() ? everybody : hats.stream().flatMap(post -> organisation.holders(post.unit(), post.role(), today).stream()).filter(one -> !one.no().equals(leaver))
                .distinct().sorted(Comparator.comparing(Staff::no)).toList();
    }

    /** Those whose work she may give to others: everybody in the units where she assigns, or below them. */
    private List<Staff> people() {
        var today = clock.today();
        var mine = organisation.hats(current.staffNo(), today).stream().filter(post -> Permissions.rolesFor(CaseAct.ASSIGN).contains(post.role())).map(post -> post.unit()).distinct().toList();
        return organisation.units().stream().map(unit -> unit.code()).filter(unit -> mine.stream().anyMatch(own -> own.covers(unit)))
                .flatMap(unit -> java.util.Arrays.stream(Role.values()).flatMap(role -> organisation.holders(unit, role, today).stream())).distinct().sorted(Comparator.comparing(Staff::no)).toList();
    }
}
