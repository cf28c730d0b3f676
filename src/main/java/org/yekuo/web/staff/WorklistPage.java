package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.yekuo.access.CurrentStaff;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Acted;
import org.yekuo.casework.AssigningWork;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.internal.Exporting;
import org.yekuo.web.internal.Say;

/** The home page (待办): what she is to do, by latest day. All filters stand in the address. */
@Controller
class WorklistPage {

    private static final int PAGE = 25;
    private static final int MOST = 200;

    /** One row, as it is read; {@code pick} is what is posted when it is ticked. */
    record Row(ReadingInbox.Item item, Text stage, Text role, String unit, @Nullable String assignee, String pick) {}

    /** A tab with how many it holds. */
    record Tab(String view, long count, boolean here) {}

    private final ReadingInbox reading;
    private final CurrentStaff current;
    private final Organisation organisation;
    private final StageNames stages;
    private final AssigningWork assigning;
    private final BusinessClock clock;
    private final Say say;

    WorklistPage(ReadingInbox reading, CurrentStaff current, Organisation organisation, StageNames stages, AssigningWork assigning, BusinessClock clock, Say say) {
        this.say = say;
        this.reading = reading;
        this.current = current;
        this.organisation = organisation;
        this.stages = stages;
        this.assigning = assigning;
        this.clock = clock;
    }

    @GetMapping("/work")
    String show(@RequestParam(defaultValue = "mine") String view, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
        page(view, q, cursor, List.of(), model);
        return part ? "staff/worklist :: list" : "staff/worklist";
    }

    /** Takes the rows ticked, or gives them to a colleague (认领、转派); each is done or refused by itself. */
    @PostMapping("/work/assign")
    String assign(@RequestParam(defaultValue = "mine") String view, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "") List<String> pick, @RequestParam(defaultValue = "") String give, @RequestParam(defaultValue = "") String colleague, HttpServletResponse response, Model model) {
        var actor = current.actor();
        var faults = new ArrayList<Violation>();
        for (var picked : pick.stream().limit(PAGE).toList()) {
            var part = picked.split(" ");
            if (part.length != 4 || CaseNo.parse(part[0]).isEmpty() || !part[2].matches("\\d{1,2}")) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            var answer = assigning.assign(CaseNo.parse(part[0]).orElseThrow(), part[1], Integer.valueOf(part[2]), part[3], give.isEmpty() ? actor.id() : colleague, actor);
            if (answer instanceof Answer.Refused<Acted>(var refusal)) {
                refusal.violations().stream().filter(fault -> faults.stream().noneMatch(fault::equals)).forEach(faults::add);
            }
        }
        if (faults.isEmpty()) {
            return "redirect:" + UriComponentsBuilder.fromPath("/work").queryParam("view", view).queryParamIfPresent("q", Optional.of(q).filter(words -> !words.isBlank()))
                    .queryParamIfPresent("cursor", Optional.ofNullable(cursor).filter(place -> !place.isBlank())).encode().toUriString();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        page(view, q, cursor, faults, model);
        return "staff/worklist";
    }

    /** The same list for a spreadsheet. */
    @GetMapping("/work/list.{format:csv|xlsx}")
    void export(@PathVariable Exporting.Format format, @RequestParam(defaultValue = "mine") String view, @RequestParam(defaultValue = "") String q, HttpServletResponse response)
            throws IOException {
        var which = which(view);
        var heads = Stream.of("web.col.due", "web.col.state", "web.col.left", "web.col.todo", "web.col.customer", "web.col.address", "web.col.who", "web.case.handler", "web.col.case").map(say::key).toList();
        Exporting.send(response, "work-" + which.name().toLowerCase(Locale.ROOT), format, heads, out -> {
            String cursor = null;
            do {
                var page = page(which, q, cursor, MOST);
                page.items().stream().map(this::row).forEach(row -> out.accept(Arrays.asList(row.item().dueOn(), say.key("web.state." + row.item().state()), row.item().daysLeft(),
                        say.of(row.stage()), row.item().customer(), row.item().address(), row.assignee() == null ? say.of(row.role()) : row.assignee(), row.unit(), row.item().caseNo())));
                cursor = page.next();
            } while (cursor != null);
        });
    }

    private void page(String view, String q, @Nullable String cursor, List<Violation> faults, Model model) {
        var which = which(view);
        var page = page(which, q, cursor, PAGE);
        model.addAttribute("tabs", Arrays.stream(ReadingInbox.View.values())
                .map(one -> new Tab(one.name().toLowerCase(Locale.ROOT), one == which ? page.total() : reading.read(current.staffNo(), query(one, q, null, 1)).total(), one == which)).toList());
        model.addAttribute("rows", page.items().stream().map(this::row).toList());
        model.addAttribute("total", page.total());
        model.addAttribute("next", page.next());
        model.addAttribute("view", which.name().toLowerCase(Locale.ROOT));
        model.addAttribute("q", q);
        model.addAttribute("cursor", cursor);
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        model.addAttribute("colleagues", colleagues(page.items()));
    }

    /** Who else may do what stands on this page. */
    private List<Staff> colleagues(List<ReadingInbox.Item> items) {
        record Duty(String unit, Role role) {}
        return items.stream().flatMap(item -> Arrays.stream(Role.values()).filter(role -> role.name().equals(item.role())).map(role -> new Duty(item.responsibleUnit(), role)))
                .distinct().flatMap(duty -> organisation.holders(new UnitCode(duty.unit()), duty.role(), clock.today()).stream())
                .filter(staff -> !staff.no().equals(current.staffNo())).distinct().sorted(Comparator.comparing(Staff::no)).toList();
    }

    private static ReadingInbox.View which(String view) {
        return Arrays.stream(ReadingInbox.View.values()).filter(one -> one.name().equalsIgnoreCase(view)).findFirst().orElse(ReadingInbox.View.MINE);
    }

    private ReadingInbox.Page page(ReadingInbox.View view, String q, @Nullable String cursor, int size) {
        try {
            return reading.read(current.staffNo(), query(view, q, cursor, size));
        } catch (IllegalArgumentException | org.springframework.dao.DataAccessException cursorOfNoList) {
            return reading.read(current.staffNo(), query(view, q, null, size));
        }
    }

    private static ReadingInbox.Query query(ReadingInbox.View view, String q, @Nullable String cursor, int size) {
        return new ReadingInbox.Query(view, null, null, q.isBlank() ? null : q, cursor == null || cursor.isBlank() ? null : cursor, size);
    }

    private Row row(ReadingInbox.Item item) {
        var role = Arrays.stream(Role.values()).filter(one -> one.name().equals(item.role())).findFirst().map(Role::text).orElse(new Text(item.role(), item.role()));
        return new Row(item, stages.name(item.stage(), item.part(), item.lead()), role,
                organisation.unit(new UnitCode(item.responsibleUnit())).map(unit -> unit.name()).orElse(item.responsibleUnit()),
                Optional.ofNullable(item.assignee()).flatMap(organisation::staff).map(Staff::name).orElse(null),
                String.join(" ", item.caseNo(), item.stage(), String.valueOf(item.phase()), item.lead() ? "lead" : item.part()));
    }
}
