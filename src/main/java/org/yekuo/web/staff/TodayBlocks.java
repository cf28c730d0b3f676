package org.yekuo.web.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.yekuo.appointment.ReadingCalendar;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.casework.ReadingToday;
import org.yekuo.supervision.ReadingSupervision;
import org.yekuo.supervision.Urging;
import org.yekuo.vocabulary.Text;
import org.yekuo.web.internal.StageNames;

/** What stands beside the list on the home page: today's appointments, what is urged, what came back, what customers did, and whom her cases wait for. */
@Component
class TodayBlocks {

    private static final int FEW = 6;

    record Pressed(Urging item, String place) {}

    record Back(ReadingToday.Returned item, Text stage) {}

    record News(ReadingToday.Arrived item, @Nullable Text stage) {}

    private final ReadingInbox inbox;
    private final ReadingToday today;
    private final ReadingSupervision supervision;
    private final ListRows rows;
    private final StageNames stages;
    private final ReadingCalendar calendar;
    private final BusinessClock clock;

    TodayBlocks(ReadingInbox inbox, ReadingToday today, ReadingSupervision supervision, ListRows rows, StageNames stages, ReadingCalendar calendar, BusinessClock clock) {
        this.inbox = inbox;
        this.today = today;
        this.supervision = supervision;
        this.rows = rows;
        this.stages = stages;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Reads them in one transaction.
     *
     * @param waitingTotal how much waits for others, where it was counted already
     */
    @Transactional(readOnly = true)
    void add(String staffNo, @Nullable Long waitingTotal, Model model) {
        var asked = new ReadingInbox.Query(ReadingInbox.View.WAITING, null, null, null, null, FEW);
        var waiting = inbox.page(staffNo, asked);
        model.addAttribute("appointments", calendar.of(staffNo, clock.today()));
        model.addAttribute("urged", supervision.toAnswer(staffNo).stream().map(one -> new Pressed(one, WorkPlaces.of(one.caseNo().value(), one.about()))).toList());
        model.addAttribute("returned", today.returned(staffNo, FEW).stream().map(one -> new Back(one, stages.name(one.stage(), one.part(), one.lead()))).toList());
        model.addAttribute("arrived", today.arrived(staffNo, FEW).stream().map(one -> new News(one, one.stage() == null ? null : stages.name(one.stage(), "", true))).toList());
        model.addAttribute("waiting", waiting.items().stream().map(item -> rows.row(item, false)).toList());
        model.addAttribute("waitingTotal", waiting.next() == null ? waiting.items().size() : waitingTotal != null ? waitingTotal : inbox.count(staffNo, asked));
    }
}
