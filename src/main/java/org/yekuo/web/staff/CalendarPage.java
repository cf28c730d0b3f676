package org.yekuo.web.staff;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.appointment.Appointment;
import org.yekuo.appointment.KeepingCrews;
import org.yekuo.appointment.ReadingCalendar;
import org.yekuo.appointment.Slot;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingCase;
import org.yekuo.customer.Customers;
import org.yekuo.grid.Outages;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.UnitCode;

/** The calendar of crews (派工日历): a week of one company, what is not placed yet, which lines are out; and the sheet a crew takes along. */
@Controller
class CalendarPage {

    /** A day at the head of the calendar: whether it is worked on, and what is out. */
    record Head(LocalDate day, boolean working, boolean today, List<Out> outages) {}

    /** An outage on one day. */
    record Out(String feeder, String hours, String note) {}

    /** One visit on the sheet. */
    record Stop(Appointment visit, String contact) {}

    private final ReadingCalendar reading;
    private final KeepingCrews crews;
    private final Organisation organisation;
    private final CurrentStaff current;
    private final BusinessClock clock;
    private final WorkCalendars calendars;
    private final Customers customers;
    private final ReadingCase cases;

    CalendarPage(ReadingCalendar reading, KeepingCrews crews, Organisation organisation, CurrentStaff current, BusinessClock clock, WorkCalendars calendars,
            Customers customers, ReadingCase cases) {
        this.reading = reading;
        this.crews = crews;
        this.organisation = organisation;
        this.current = current;
        this.clock = clock;
        this.calendars = calendars;
        this.customers = customers;
        this.cases = cases;
    }

    @GetMapping("/work/calendar")
    String show(@RequestParam(defaultValue = "") String week, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String done, Model model) {
        var shown = week(unit, day(week));
        model.addAttribute("week", shown);
        var calendar = calendars.current();
        model.addAttribute("heads", shown.days().stream().map(day -> head(shown, day, calendar)).toList());
        model.addAttribute("slots", Arrays.stream(Slot.values())
                .filter(slot -> slot != Slot.EVENING || shown.placed().values().stream().flatMap(List::stream).anyMatch(one -> one.slot() == Slot.EVENING)).toList());
        model.addAttribute("companies", reading.companies(current.actor()).stream().flatMap(code -> organisation.unit(code).stream()).toList());
        model.addAttribute("company", name(shown.company()));
        model.addAttribute("mayKeep", crews.mayKeep(shown.company(), current.actor()));
        model.addAttribute("done", done);
        return "staff/calendar";
    }

    /** What one crew, or everybody, does on a day, to print and take along. */
    @GetMapping("/work/calendar/day")
    String sheet(@RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String crew, Model model) {
        var which = day(day);
        var shown = week(unit, which);
        var lines = shown.lines().stream().filter(line -> crew.isEmpty() || line.key().equals(crew)).toList();
        model.addAttribute("week", shown);
        model.addAttribute("day", which);
        model.addAttribute("company", name(shown.company()));
        model.addAttribute("lines", lines.stream().map(line -> new Sheet(line, Arrays.stream(Slot.values()).flatMap(slot -> shown.in(line.key(), which, slot).stream()).map(this::stop).toList()))
                .filter(sheet -> !sheet.stops().isEmpty() || !crew.isEmpty()).toList());
        model.addAttribute("out", head(shown, which, calendars.current()).outages());
        return "staff/day-sheet";
    }

    /** A crew and its visits of the day. */
    record Sheet(ReadingCalendar.Line line, List<Stop> stops) {}

    private Stop stop(Appointment visit) {
        return new Stop(visit, cases.summary(visit.caseNo(), current.actor()).flatMap(summary -> customers.view(visit.caseNo().unit(), summary.customerId()))
                .map(customer -> Optional.ofNullable(customer.contact()).orElse(customer.name()) + " " + customer.phone()).orElse(""));
    }

    private ReadingCalendar.Week week(String unit, LocalDate day) {
        var companies = reading.companies(current.actor());
        var company = UnitCode.isValid(unit) ? Optional.of(new UnitCode(unit)) : companies.stream().findFirst();
        return company.flatMap(code -> reading.week(code, day, current.actor())).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Head head(ReadingCalendar.Week week, LocalDate day, WorkCalendar calendar) {
        return new Head(day, calendar.isWorking(day), day.equals(clock.today()),
                week.outages().stream().filter(out -> touches(out, day)).map(out -> new Out(out.feeder().name(), hours(out, day), out.outage().note())).toList());
    }

    private static boolean touches(Outages.Affecting out, LocalDate day) {
        return !from(out).toLocalDate().isAfter(day) && to(out).isAfter(day.atStartOfDay(BusinessClock.SHANGHAI));
    }

    /** The hours of an outage that lie on the day. */
    private static String hours(Outages.Affecting out, LocalDate day) {
        var starts = from(out).toLocalDate().equals(day) ? from(out).toLocalTime().toString() : "00:00";
        return starts + "–" + (to(out).toLocalDate().equals(day) ? to(out).toLocalTime().toString() : "24:00");
    }

    private static ZonedDateTime from(Outages.Affecting out) {
        return ZonedDateTime.ofInstant(out.outage().startsAt(), BusinessClock.SHANGHAI);
    }

    private static ZonedDateTime to(Outages.Affecting out) {
        return ZonedDateTime.ofInstant(out.outage().endsAt(), BusinessClock.SHANGHAI);
    }

    private String name(UnitCode code) {
        return organisation.unit(code).map(Unit::name).orElse(code.value());
    }

    /** The day of the address; today where it is none. */
    private LocalDate day(String said) {
        try {
            return said.isEmpty() ? clock.today() : LocalDate.parse(said);
        } catch (DateTimeException noDay) {
            return clock.today();
        }
    }
}
