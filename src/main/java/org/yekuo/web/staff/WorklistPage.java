package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Acted;
import org.yekuo.casework.AssigningWork;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.casework.ReadingInbox.View;
import org.yekuo.form.PageOf;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.supervision.UrgingWork;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.internal.Exporting;
import org.yekuo.web.internal.Say;
import org.yekuo.web.internal.StageNames;

/** The home page (今天): what she is to do, by latest day, and beside it what came back, what is new, and what waits for others. */
@Controller
class WorklistPage {

    private static final int PAGE = 25;

    /** A tab with how many it holds. */
    record Tab(String name, String address, long count, boolean here) {}

    /** What may be chosen in a filter. */
    record Choice(String value, String text, boolean chosen) {}

    private final ReadingInbox reading;
    private final CurrentStaff current;
    private final Organisation organisation;
    private final StageNames stages;
    private final ListRows rows;
    private final TodayBlocks blocks;
    private final AssigningWork assigning;
    private final UrgingWork urging;
    private final BusinessClock clock;
    private final Say say;

    WorklistPage(ReadingInbox reading, CurrentStaff current, Organisation organisation, StageNames stages, ListRows rows, TodayBlocks blocks, AssigningWork assigning,
            UrgingWork urging, BusinessClock clock, Say say) {
        this.say = say;
        this.reading = reading;
        this.current = current;
        this.organisation = organisation;
        this.stages = stages;
        this.rows = rows;
        this.blocks = blocks;
        this.assigning = assigning;
        this.urging = urging;
        this.clock = clock;
    }

    @GetMapping("/work")
    String show(@ModelAttribute("place") ListPlace place, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
        var counts = list(place, List.of(), model);
        return part ? "staff/worklist :: list" : whole(place, counts, model);
    }

    /** What stands beside the list, by itself, for refreshing it. */
    @GetMapping("/work/today")
    String today(Model model) {
        blocks.add(current.staffNo(), null, model);
        return "staff/today :: blocks";
    }

    /** Takes the rows ticked, or gives them to a colleague (认领、转派); each is done or refused by itself. */
    @PostMapping("/work/assign")
    String assign(@ModelAttribute("place") ListPlace place, @RequestParam(defaultValue = "") List<String> pick, @RequestParam(defaultValue = "") String give,
            @RequestParam(defaultValue = "") String colleague, HttpServletResponse response, Model model) {
        var actor = current.actor();
        var faults = new ArrayList<Violation>();
        for (var picked : pick.stream().limit(PAGE).toList()) {
            var part = picked.split(" ");
            if (part.length != 4 || CaseNo.parse(part[0]).isEmpty() || !part[2].matches("\\d{1,2}")) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            collect(assigning.assign(CaseNo.parse(part[0]).orElseThrow(), part[1], Integer.valueOf(part[2]), part[3], give.isEmpty() ? actor.id() : colleague, actor), faults);
        }
        return back(place, faults, response, model);
    }

    /** Urges whoever has the work of one row (催一下). */
    @PostMapping("/work/urge")
    String urge(@ModelAttribute("place") ListPlace place, @RequestParam(defaultValue = "") String urge, HttpServletResponse response, Model model) {
        var faults = new ArrayList<Violation>();
        var said = urge.split(" ", 2);
        collect(urging.urge(CaseNo.parse(said[0]).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)), said.length == 2 ? said[1] : "", null, current.actor()), faults);
        return back(place, faults, response, model);
    }

    private static void collect(Answer<Acted> answer, List<Violation> faults) {
        if (answer instanceof Answer.Refused<Acted>(var refusal)) {
            refusal.violations().stream().filter(fault -> faults.stream().noneMatch(fault::equals)).forEach(faults::add);
        }
    }

    private String back(ListPlace place, List<Violation> faults, HttpServletResponse response, Model model) {
        if (faults.isEmpty()) {
            return "redirect:" + place.at(word(place.which()), place.cursor());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return whole(place, list(place, faults, model), model);
    }

    private String whole(ListPlace place, Map<View, Long> counts, Model model) {
        var hats = organisation.hats(current.staffNo(), clock.today());
        model.addAttribute("units", hats.stream().map(post -> post.unit().value()).distinct().sorted().map(unit -> new Choice(unit, rows.unit(unit), unit.equals(place.unit()))).toList());
        model.addAttribute("roles", hats.stream().map(Post::role).distinct().sorted().map(role -> new Choice(role.name(), say.of(role.text()), role.name().equals(place.role()))).toList());
        model.addAttribute("stages", stages.all().entrySet().stream().map(stage -> new Choice(stage.getKey(), say.of(stage.getValue()), stage.getKey().equals(place.stage()))).toList());
        model.addAttribute("states", Arrays.stream(ReadingInbox.State.values()).map(state -> new Choice(state.name(), say.key("web.state." + state), state.name().equals(place.state()))).toList());
        blocks.add(current.staffNo(), place.filtered() || !place.words().isEmpty() ? null : counts.get(View.WAITING), model);
        return "staff/worklist";
    }

    /** The same list for a spreadsheet. */
    @GetMapping("/work/list.{format:csv|xlsx}")
    void export(@PathVariable Exporting.Format format, @ModelAttribute("place") ListPlace place, HttpServletResponse response) throws IOException {
        var which = place.which();
        var heads = Stream.of("web.col.due", "web.col.state", "web.col.left", "web.col.todo", "web.col.customer", "web.col.address", "web.col.who", "web.case.handler", "web.col.case").map(say::key).toList();
        Exporting.send(response, "work-" + which.name().toLowerCase(Locale.ROOT), format, heads, out -> {
            String cursor = null;
            do {
                var page = page(which, place, cursor, Exporting.AT_ONCE);
                page.items().stream().map(item -> rows.row(item, true)).forEach(row -> out.accept(Arrays.asList(row.item().dueOn(), row.state(), row.item().daysLeft(),
                        row.todo(), row.item().customer(), row.item().address(), row.who(), row.unit(), row.item().caseNo())));
                cursor = page.next();
            } while (cursor != null);
        });
    }

    private Map<View, Long> list(ListPlace place, List<Violation> faults, Model model) {
        var which = place.which();
        var desk = reading.desk(current.staffNo(), place.query(which, place.cursor(), PAGE));
        var page = desk.page();
        var counts = desk.counts();
        model.addAttribute("tabs", Arrays.stream(View.values()).map(one -> new Tab(say.key("web.view." + word(one)), place.at(word(one), null), counts.getOrDefault(one, 0L), one == which)).toList());
        boolean hers = Set.of(View.MINE, View.TEAM, View.OVERDUE).contains(which);
        model.addAttribute("rows", page.items().stream().map(item -> rows.row(item, hers)).toList());
        model.addAttribute("done", which == View.DONE);
        model.addAttribute("ofOthers", which == View.WAITING);
        model.addAttribute("total", counts.getOrDefault(which, 0L));
        model.addAttribute("next", page.next() == null ? null : place.at(word(which), page.next()));
        model.addAttribute("here", place.at(word(which), place.cursor()));
        model.addAttribute("view", word(which));
        model.addAttribute("q", place.words());
        model.addAttribute("place", place);
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        model.addAttribute("colleagues", which == View.DONE ? List.of() : colleagues(page.items()));
        return counts;
    }

    private static String word(View view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    /** Who else may do what stands on this page. */
    private List<Staff> colleagues(List<ReadingInbox.Item> items) {
        record Duty(String unit, Role role) {}
        return items.stream().flatMap(item -> Arrays.stream(Role.values()).filter(role -> role.name().equals(item.role())).map(role -> new Duty(item.responsibleUnit(), role)))
                .distinct().flatMap(duty -> organisation.holders(new UnitCode(duty.unit()), duty.role(), clock.today()).stream())
                .filter(staff -> !staff.no().equals(current.staffNo())).distinct().sorted(Comparator.comparing(Staff::no)).toList();
    }

    private PageOf<ReadingInbox.Item> page(View view, ListPlace place, @Nullable String cursor, int size) {
        return reading.page(current.staffNo(), place.query(view, cursor, size));
    }
}
