package org.yekuo.web.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.access.CaseAct;
import org.yekuo.access.CurrentStaff;
import org.yekuo.appointment.Appointment;
import org.yekuo.appointment.Appointments;
import org.yekuo.appointment.ReadingCalendar;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.OfferingActs;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.ReadingOpenStages;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.Unit;
import org.yekuo.stage.energisation.ReadingConnections;
import org.yekuo.vocabulary.UnitCode;

/** The board of connections (接电看板): every case near its energising, what still stands in the way and whose it is, by the latest day. */
@Controller
class ConnectingPage {

    private static final int PAGE = 20;
    private static final String ENERGISATION = "energisation";
    private static final String LIMIT = "CONNECTION";

    /** Which stages each tab shows. */
    private static final Map<String, Set<String>> SHOWS = Map.of("near", Set.of(ENERGISATION), "coming", Set.of("completion-inspection", "metering", "grid-works"));

    /** One case on the board. {@code explain} is whether it can be said early that it will not be in time. */
    record Row(ReadingOpenStages.Item item, String unit, String owner, ReadingConnections.@Nullable Connection connection, @Nullable Appointment visit, @Nullable LocalDate latest,
            boolean explain, boolean tight) {}

    private final ReadingOpenStages open;
    private final ReadingConnections connections;
    private final ReadingCase reading;
    private final ReadingCalendar calendar;
    private final Appointments appointments;
    private final OfferingActs offering;
    private final Organisation organisation;
    private final WorkCalendars calendars;
    private final BusinessClock clock;
    private final CurrentStaff current;

    ConnectingPage(ReadingOpenStages open, ReadingConnections connections, ReadingCase reading, ReadingCalendar calendar, Appointments appointments, OfferingActs offering,
            Organisation organisation, WorkCalendars calendars, BusinessClock clock, CurrentStaff current) {
        this.open = open;
        this.connections = connections;
        this.reading = reading;
        this.calendar = calendar;
        this.appointments = appointments;
        this.offering = offering;
        this.organisation = organisation;
        this.calendars = calendars;
        this.clock = clock;
        this.current = current;
    }

    @GetMapping("/work/connecting")
    String show(@RequestParam(defaultValue = "near") String show, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String soon,
            @RequestParam(required = false) @Nullable String cursor, Model model) {
        var which = SHOWS.containsKey(show) ? show : "near";
        var page = open.read(current.staffNo(), new ReadingOpenStages.Query(SHOWS.getOrDefault(which, Set.of()), UnitCode.isValid(unit) ? new UnitCode(unit) : null, true,
                soon.isEmpty() ? null : calendars.current().add(clock.today(), 3), cursor, PAGE));
        model.addAttribute("rows", page.items().stream().map(this::row).toList());
        model.addAttribute("total", page.total());
        model.addAttribute("next", page.next());
        model.addAttribute("show", which);
        model.addAttribute("unit", unit);
        model.addAttribute("soon", soon);
        model.addAttribute("companies", calendar.companies(current.actor()).stream().flatMap(code -> organisation.unit(code).stream()).toList());
        return "staff/connecting";
    }

    private Row row(ReadingOpenStages.Item item) {
        var actor = current.actor();
        var limit = reading.limits(item.caseNo(), actor).orElse(List.of()).stream()
                .filter(one -> one.limit().equals(LIMIT) && one.standard().equals("COMMITTED") && one.state().equals("RUNNING")).findFirst();
        var latest = limit.map(ReadingCase.Limit::dueOn).orElse(item.latestOn());
        var connection = connections.of(item.caseNo(), item.phase(), actor).orElse(null);
        boolean tight = latest != null && connection != null && !connection.dark().isEmpty() && !latest.isAfter(calendars.current().add(clock.today(), 3));
        return new Row(item, organisation.unit(item.handledBy()).map(Unit::name).orElse(item.handledBy().value()),
                Optional.ofNullable(item.owner()).flatMap(organisation::staff).map(Staff::name).orElse(""), connection,
                appointments.live(item.caseNo(), ENERGISATION, item.phase()).orElse(null), latest,
                limit.isPresent() && offering.of(item.caseNo(), actor).contains(CaseAct.EXPLAIN_DELAY), tight);
    }
}
