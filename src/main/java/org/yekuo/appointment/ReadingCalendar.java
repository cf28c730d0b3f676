package org.yekuo.appointment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.appointment.internal.AppointmentStore;
import org.yekuo.appointment.internal.CrewStore;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingOpenStages;
import org.yekuo.grid.Outages;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Reads the calendar of a company's crews (派工日历): who goes where in a week, what is not placed yet, which lines are out. */
@Component
public class ReadingCalendar {

    private static final int MOST_JOBS = 300;

    /**
     * Who goes out, as a line of the calendar.
     *
     * @param key   the crew's name, or the staff number of somebody who goes alone
     * @param names of its people
     */
    public record Line(String key, String title, Role role, List<String> people, List<String> names, int perHalfDay) {}

    /**
     * Work that wants a visit and has none, or one the customer wants at another time.
     *
     * @param stage of the visit; {@code at} is the stage that is open now, which may be the one that sends the crew
     */
    public record Job(CaseNo caseNo, String customer, String address, String stage, String at, int phase, Role role, @Nullable LocalDate latestOn, @Nullable Appointment asked) {}

    /** A week, from Monday. */
    public record Week(UnitCode company, LocalDate monday, List<Line> lines, Map<String, List<Appointment>> placed, List<Job> jobs, List<Outages.Affecting> outages) {

        public List<LocalDate> days() {
            return monday.datesUntil(monday.plusDays(7)).toList();
        }

        /** What a line does in a part of a day. */
        public List<Appointment> in(String line, LocalDate day, Slot slot) {
            return placed.getOrDefault(line, List.of()).stream().filter(one -> one.day().equals(day) && one.slot() == slot).toList();
        }
    }

    private final AppointmentStore store;
    private final CrewStore crews;
    private final ReadingOpenStages open;
    private final Outages outages;
    private final Organisation organisation;
    private final List<SiteWork> works;
    private final BusinessClock clock;

    ReadingCalendar(AppointmentStore store, CrewStore crews, ReadingOpenStages open, Outages outages, Organisation organisation, List<SiteWork> works, BusinessClock clock) {
        this.store = store;
        this.crews = crews;
        this.open = open;
        this.outages = outages;
        this.organisation = organisation;
        this.works = works;
        this.clock = clock;
    }

    /** The companies whose calendars a person may see, her own first. */
    public List<UnitCode> companies(Actor actor) {
        var today = clock.today();
        var own = new LinkedHashSet<UnitCode>();
        organisation.hats(actor.id(), today).stream().map(post -> post.unit()).filter(unit -> !unit.isProvince()).sorted(Comparator.comparing(UnitCode::value).reversed()).forEach(own::add);
        var scope = organisation.scope(actor.id(), today);
        organisation.units().stream().map(unit -> unit.code()).filter(code -> !code.isProvince() && scope.covers(code)).forEach(own::add);
        return List.copyOf(own);
    }

    /** The week with this day, or nothing where the company is not one she may see. */
    @Transactional(readOnly = true)
    public Optional<Week> week(UnitCode company, LocalDate day, Actor actor) {
        if (!organisation.scope(actor.id(), clock.today()).covers(company)) {
            return Optional.empty();
        }
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var appointments = store.of(company, monday, monday.plusDays(6));
        var lines = new LinkedHashMap<String, Line>();
        crews.of(company).forEach(crew -> lines.put(crew.name(), line(crew)));
        var placed = new HashMap<String, List<Appointment>>();
        for (var one : appointments) {
            var key = lines.containsKey(Objects.requireNonNullElse(one.crew(), "")) ? Objects.requireNonNull(one.crew()) : one.visit().people().getFirst();
            lines.computeIfAbsent(key, person -> alone(person, one.stage()));
            placed.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
        }
        return Optional.of(new Week(company, monday, List.copyOf(lines.values()), placed, jobs(company, actor), outages.of(company, monday, monday.plusDays(6))));
    }

    /** Where somebody goes on a day, alone or with her crew, in the order of the day. */
    public List<Appointment> of(String staffNo, LocalDate day) {
        return organisation.hats(staffNo, day).stream().map(post -> post.unit()).filter(unit -> !unit.isProvince()).map(UnitCode::city).distinct()
                .flatMap(city -> store.of(city, day, List.of(staffNo)).stream()).sorted(Comparator.comparing(Appointment::slot)).toList();
    }

    /** Who may be sent for a stage: the crews of its role, then everybody of that role alone. */
    public List<Line> choices(UnitCode company, String stage) {
        var role = works.stream().filter(work -> work.key().equals(stage)).map(SiteWork::crew).findFirst();
        if (role.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        crews.of(company).stream().filter(crew -> crew.role() == role.get()).map(this::line).forEach(lines::add);
        organisation.holders(company, role.get(), clock.today()).forEach(person -> lines.add(alone(person.no(), stage)));
        return lines;
    }

    private List<Job> jobs(UnitCode company, Actor actor) {
        var found = open.read(actor.id(), new ReadingOpenStages.Query(stages(), company, false, null, null, MOST_JOBS)).items();
        var live = store.liveOf(found.stream().map(ReadingOpenStages.Item::caseNo).toList());
        var jobs = new ArrayList<Job>();
        for (var item : found) {
            works.stream().filter(work -> work.key().equals(item.stage()) || work.orderedBy().filter(item.stage()::equals).isPresent()).findFirst().ifPresent(work -> {
                var on = live.stream().filter(one -> one.caseNo().equals(item.caseNo()) && one.stage().equals(work.key()) && one.phase() == item.phase()).findFirst();
                if (on.isEmpty() || !on.get().wishes().isEmpty()) {
                    jobs.add(new Job(item.caseNo(), item.customer(), item.address(), work.key(), item.stage(), item.phase(), work.crew(), item.latestOn(), on.orElse(null)));
                }
            });
        }
        return jobs;
    }

    private Set<String> stages() {
        var keys = new LinkedHashSet<String>();
        works.forEach(work -> {
            keys.add(work.key());
            work.orderedBy().ifPresent(keys::add);
        });
        return keys;
    }

    private Line line(Crew crew) {
        return new Line(crew.name(), crew.name(), crew.role(), crew.people(), crew.people().stream().map(this::name).toList(), crew.perHalfDay());
    }

    private Line alone(String person, String stage) {
        var role = works.stream().filter(work -> work.key().equals(stage)).map(SiteWork::crew).findFirst().orElse(Role.SURVEYOR);
        return new Line(person, name(person), role, List.of(person), List.of(name(person)), 0);
    }

    private String name(String staffNo) {
        return organisation.staff(staffNo).map(Staff::name).orElse(staffNo);
    }
}
