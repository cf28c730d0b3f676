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
import org.yekuo.casework.ReadingCases;
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
    private final ReadingCases reading;
    private final ReadingCalendar calendar;
    private final Appointments appointments;
    private final Organisation organisation;
    private final WorkCalendars calendars;
    private final BusinessClock clock;
    private final CurrentStaff current;

    ConnectingPage(ReadingOpenStages open, ReadingConnections connections, ReadingCases reading, ReadingCalendar calendar, Appointments appointments,
            Organisation organisation, WorkCalendars calendars, BusinessClock clock, CurrentStaff current) {
        this.open = open;
        this.connections = connections;
        this.reading = reading;
        this.calendar = calendar;
        this.appointments = appointments;
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
        model.addAttribute("rows", rows(page.items()));
        model.addAttribute("total", page.total());
        model.addAttribute("next", page.next());
        model.addAttribute("show", which);
        model.addAttribute("unit", unit);
        model.addAttribute("soon", soon);
        model.addAttribute("companies", calendar.companies(current.actor()).stream().flatMap(code -> organisation.unit(code).stream()).toList());
        return "staff/connecting";
    }

    /** All of the page are read together. */
    private List<Row> rows(List<ReadingOpenStages.Item> items) {
        var numbers = items.stream().map(ReadingOpenStages.Item::caseNo).distinct().toList();
        var cases = reading.read(numbers, current.actor());
        var ahead = connections.of(cases, items.stream().map(ConnectingPage::at).toList());
        var visits = appointments.liveOf(numbers);
        var tightBy = calendars.current().add(clock.today(), 3);
        return items.stream().flatMap(item -> Optional.ofNullable(cases.get(item.caseNo())).stream().map(seen -> {
            var visit = visits.stream().filter(one -> one.caseNo().equals(item.caseNo()) && one.stage().equals(ENERGISATION) && one.phase() == item.phase()).findFirst();
            return row(item, seen, ahead.get(at(item)), visit.orElse(null), tightBy);
        })).toList();
    }

    private static ReadingConnections.At at(ReadingOpenStages.Item item) {
        return new ReadingConnections.At(item.caseNo(), item.phase());
    }

    private Row row(ReadingOpenStages.Item item, ReadingCases.Seen seen, ReadingConnections.@Nullable Connection connection, @Nullable Appointment visit,
            LocalDate tightBy) {
        var latest = seen.latestOn(LIMIT).orElse(item.latestOn());
        boolean tight = latest != null && connection != null && !connection.dark().isEmpty() && !latest.isAfter(tightBy);
        return new Row(item, organisation.unit(item.handledBy()).map(Unit::name).orElse(item.handledBy().value()),
                Optional.ofNullable(item.owner()).flatMap(organisation::staff).map(Staff::name).orElse(""), connection, visit, latest,
                seen.promises(LIMIT) && seen.acts().contains(CaseAct.EXPLAIN_DELAY), tight);
    }
}
