package org.yekuo.web.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;

/** The home page (待办): what she is to do, by latest day. All filters stand in the address. */
@Controller
class WorklistPage {

    private static final int PAGE = 25;

    /** One row, as it is read. */
    record Row(ReadingInbox.Item item, Text stage, Text role, String unit, @Nullable String assignee) {}

    /** A tab with how many it holds. */
    record Tab(String view, long count, boolean here) {}

    private final ReadingInbox reading;
    private final CurrentStaff current;
    private final Organisation organisation;
    private final StageNames stages;

    WorklistPage(ReadingInbox reading, CurrentStaff current, Organisation organisation, StageNames stages) {
        this.reading = reading;
        this.current = current;
        this.organisation = organisation;
        this.stages = stages;
    }

    @GetMapping("/work")
    String show(@RequestParam(defaultValue = "mine") String view, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part, Model model) {
        var which = Arrays.stream(ReadingInbox.View.values()).filter(one -> one.name().equalsIgnoreCase(view)).findFirst().orElse(ReadingInbox.View.MINE);
        var page = page(which, q, cursor);
        model.addAttribute("tabs", Arrays.stream(ReadingInbox.View.values())
                .map(one -> new Tab(one.name().toLowerCase(Locale.ROOT), one == which ? page.total() : reading.read(current.staffNo(), query(one, q, null, 1)).total(), one == which)).toList());
        model.addAttribute("rows", page.items().stream().map(this::row).toList());
        model.addAttribute("total", page.total());
        model.addAttribute("next", page.next());
        model.addAttribute("view", which.name().toLowerCase(Locale.ROOT));
        model.addAttribute("q", q);
        model.addAttribute("cursor", cursor);
        return part ? "staff/worklist :: list" : "staff/worklist";
    }

    private ReadingInbox.Page page(ReadingInbox.View view, String q, @Nullable String cursor) {
        try {
            return reading.read(current.staffNo(), query(view, q, cursor, PAGE));
        } catch (IllegalArgumentException | org.springframework.dao.DataAccessException cursorOfNoList) {
            return reading.read(current.staffNo(), query(view, q, null, PAGE));
        }
    }

    private static ReadingInbox.Query query(ReadingInbox.View view, String q, @Nullable String cursor, int size) {
        return new ReadingInbox.Query(view, null, null, q.isBlank() ? null : q, cursor == null || cursor.isBlank() ? null : cursor, size);
    }

    private Row row(ReadingInbox.Item item) {
        var role = Arrays.stream(Role.values()).filter(one -> one.name().equals(item.role())).findFirst().map(Role::text).orElse(new Text(item.role(), item.role()));
        return new Row(item, stages.name(item.stage(), item.part(), item.lead()), role,
                organisation.unit(new UnitCode(item.responsibleUnit())).map(unit -> unit.name()).orElse(item.responsibleUnit()),
                Optional.ofNullable(item.assignee()).flatMap(organisation::staff).map(Staff::name).orElse(null));
    }
}
