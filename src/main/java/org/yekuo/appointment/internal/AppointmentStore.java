package org.yekuo.appointment.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.Appointment;
import org.yekuo.appointment.Slot;
import org.yekuo.appointment.Visit;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of appointments and of the answers to invitations. */
@Component
public class AppointmentStore {

    private static final String COLUMNS = """
            select a.case_no, a.n, a.company, a.stage, a.phase, a.customer, a.place, a.crew, a.people, a.day, a.slot, a.starts, a.ends, a.state, a.wishes, a.note, a.photo,
              (select coalesce(json_agg(json_build_object('part', r.part, 'coming', r.coming, 'reason', r.reason, 'byName', r.by_name, 'on', r.answered_on) order by r.part), '[]')
               from appointment_answer r where r.unit = a.unit and r.case_no = a.case_no and r.n = a.n) as answers
            from appointment a
            """;

    private static final String LIVE = COLUMNS + "where a.unit = ? and a.case_no = ? and a.stage = ? and a.phase = ? and a.state in ('PROPOSED', 'AGREED')";
    private static final String ONE = COLUMNS + "where a.unit = ? and a.case_no = ? and a.n = ?";
    private static final String OF_CASE = COLUMNS + "where a.unit = ? and a.case_no = ? order by a.n desc";
    private static final String LIVE_OF_CASES = COLUMNS + "where a.unit = any(?) and a.case_no = any(?) and a.state in ('PROPOSED', 'AGREED')";

    // appointment_day
    private static final String OF_DAYS = COLUMNS + """
            where a.unit = ? and a.company = ? and a.day between ? and ? and a.state <> 'CANCELLED' order by a.day, a.starts nulls last, a.case_no""";
    private static final String OF_PEOPLE = COLUMNS + """
            where a.unit = ? and a.day = ? and a.people && ?::text[] and a.state in ('PROPOSED', 'AGREED') order by a.starts nulls last, a.case_no""";

    private static final String INSERT = """
            insert into appointment (unit, case_no, n, company, stage, phase, customer, place, people, crew, day, slot, starts, ends, state, made_on)
            select ?, ?, coalesce(max(n), 0) + 1, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, 'PROPOSED', ? from appointment where unit = ? and case_no = ?""";

    private static final String MOVE = """
            update appointment set company = ?, people = ?::text[], crew = ?, day = ?, slot = ?, starts = ?, ends = ?, state = 'PROPOSED', wishes = '[]'
            where unit = ? and case_no = ? and n = ?""";
    private static final String END = "update appointment set state = ?, note = ?, photo = ? where unit = ? and case_no = ? and n = ?";
    private static final String AGREE = "update appointment set state = 'AGREED', wishes = '[]' where unit = ? and case_no = ? and n = ?";
    private static final String ASK = "update appointment set state = 'PROPOSED', wishes = ? where unit = ? and case_no = ? and n = ?";
    private static final String CANCEL_ALL = "update appointment set state = 'CANCELLED', note = ? where unit = ? and case_no = ? and state in ('PROPOSED', 'AGREED')";
    private static final String FORGET_ANSWERS = "delete from appointment_answer where unit = ? and case_no = ? and n = ?";
    private static final String ANSWER = """
            insert into appointment_answer (unit, case_no, n, part, coming, reason, by_staff, by_name, answered_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (unit, case_no, n, part) do update set coming = excluded.coming, reason = excluded.reason, by_staff = excluded.by_staff,
              by_name = excluded.by_name, answered_on = excluded.answered_on""";

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('appointment ' || ? || ' ' || ?, 0))";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AppointmentStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Nobody else gives these people a visit in that city on that day until the transaction ends; always taken in the same order. */
    void lock(UnitCode unit, LocalDate day, Collection<String> people) {
        people.stream().distinct().sorted().forEach(person -> jdbc.sql(LOCK).params(day.toString(), unit.value() + " " + person).query(row -> { }));
    }

    Optional<Appointment> live(CaseNo no, String stage, int phase) {
        return jdbc.sql(LIVE).params(no.unit().value(), no.value(), stage, phase).query(this::read).optional();
    }

    public Optional<Appointment> one(CaseNo no, int n) {
        return jdbc.sql(ONE).params(no.unit().value(), no.value(), n).query(this::read).optional();
    }

    List<Appointment> of(CaseNo no) {
        return jdbc.sql(OF_CASE).params(no.unit().value(), no.value()).query(this::read).list();
    }

    /** The appointments that are on of these cases. */
    public List<Appointment> liveOf(Collection<CaseNo> cases) {
        return jdbc.sql(LIVE_OF_CASES).params(cases.stream().map(no -> no.unit().value()).distinct().toArray(String[]::new),
                cases.stream().map(CaseNo::value).toArray(String[]::new)).query(this::read).list();
    }

    public List<Appointment> of(UnitCode company, LocalDate from, LocalDate to) {
        return jdbc.sql(OF_DAYS).params(company.city().value(), company.value(), from, to).query(this::read).list();
    }

    public List<Appointment> of(UnitCode unit, LocalDate day, List<String> people) {
        return jdbc.sql(OF_PEOPLE).params(unit.value(), day, people.toArray(String[]::new)).query(this::read).list();
    }

    void insert(Site site, String stage, int phase, Visit visit, @Nullable String crew, LocalDate today) {
        var unit = site.caseNo().unit().value();
        jdbc.sql(INSERT).params(Arrays.asList(unit, site.caseNo().value(), site.company().value(), stage, phase, site.customer(), site.place(),
                visit.people().toArray(String[]::new), crew, visit.day(), visit.slot().name(), visit.from(), visit.to(), today, unit, site.caseNo().value())).update();
    }

    void move(Appointment there, Site site, Visit visit, @Nullable String crew) {
        jdbc.sql(MOVE).params(Arrays.asList(site.company().value(), visit.people().toArray(String[]::new), crew, visit.day(), visit.slot().name(), visit.from(), visit.to(),
                there.caseNo().unit().value(), there.caseNo().value(), there.n())).update();
        jdbc.sql(FORGET_ANSWERS).params(there.caseNo().unit().value(), there.caseNo().value(), there.n()).update();
    }

    public void end(Appointment there, Appointment.State state, @Nullable String note, @Nullable String photo) {
        jdbc.sql(END).params(Arrays.asList(state.name(), note, photo, there.caseNo().unit().value(), there.caseNo().value(), there.n())).update();
    }

    /** What she had asked for before is settled by it. */
    public void agree(Appointment there) {
        jdbc.sql(AGREE).params(there.caseNo().unit().value(), there.caseNo().value(), there.n()).update();
    }

    public void ask(Appointment there, List<Appointment.Wish> wishes) {
        jdbc.sql(ASK).params(json.writeValueAsString(wishes), there.caseNo().unit().value(), there.caseNo().value(), there.n()).update();
    }

    void cancelAll(CaseNo no, String note) {
        jdbc.sql(CANCEL_ALL).params(note, no.unit().value(), no.value()).update();
    }

    public void answer(Appointment there, String part, boolean coming, @Nullable String reason, String staffNo, String name, LocalDate on) {
        jdbc.sql(ANSWER).params(Arrays.asList(there.caseNo().unit().value(), there.caseNo().value(), there.n(), part, coming, reason, staffNo, name, on)).update();
    }

    private Appointment read(ResultSet row, int number) throws SQLException {
        var people = (String[]) row.getArray("people").getArray();
        var visit = new Visit(List.of(people), row.getObject("day", LocalDate.class), Slot.valueOf(row.getString("slot")), row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class));
        return new Appointment(new CaseNo(row.getString("case_no")), row.getInt("n"), new UnitCode(row.getString("company")), row.getString("stage"), row.getInt("phase"),
                row.getString("customer"), row.getString("place"), row.getString("crew"), visit, Appointment.State.valueOf(row.getString("state")),
                List.of(json.readValue(row.getString("wishes"), Appointment.Wish[].class)), row.getString("note"), row.getString("photo"),
                List.of(json.readValue(row.getString("answers"), Appointment.Reply[].class)));
    }
}
