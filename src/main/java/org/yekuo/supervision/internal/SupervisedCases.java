package org.yekuo.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.NotingSupervision.Seen;
import org.yekuo.supervision.About;
import org.yekuo.form.PageKey;
import org.yekuo.form.PageOf;
import org.yekuo.supervision.SupervisedCase;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;

/** Cases under supervision, written while their case is locked. */
@Component
public class SupervisedCases {

    private static final String INSERT = """
            insert into supervised_case (unit, case_no, n, about, about_zh, about_en, demand, opened_by, opened_by_name, opened_on, days, answer_by, handled_by, state)
            values (?, ?, (select coalesce(max(n), 0) + 1 from supervised_case where unit = ? and case_no = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN') returning n""";

    private static final String OF_CASE = "select * from supervised_case where unit = ? and case_no = ? order by n desc";

    private static final String ANSWER = """
            update supervised_case set state = 'ANSWERED', measures = ?, answered_on = ?, answered_by = ?, answered_by_name = ? where unit = ? and case_no = ? and n = ?""";

    private static final String CLOSE = """
            update supervised_case set state = 'CLOSED', remark = ?, closed_on = ?, closed_by = ?, closed_by_name = ? where unit = ? and case_no = ? and n = ?""";

    // supervised_by_handler
    private static final String PAGE = """
            select * from supervised_case where handled_by = any(?) and state = ? and (answer_by, case_no, n) > (?, ?, ?) order by answer_by, case_no, n limit ?""";

    private static final String COUNT = "select state, count(*) as n from supervised_case where handled_by = any(?) group by state";

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;
    private final BusinessClock clock;

    SupervisedCases(JdbcClient jdbc, WorkCalendars calendars, BusinessClock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.clock = clock;
    }

    public int add(Seen seen, About about, String demand, int days, LocalDate answerBy, Actor by) {
        var unit = seen.caseNo().unit().value();
        var no = seen.caseNo().value();
        return jdbc.sql(INSERT).params(Arrays.asList(unit, no, unit, no, about.key(), about.name().zh(), about.name().en(), demand, by.id(), by.name(), seen.today(),
                days, answerBy, seen.handledBy().value())).query(Integer.class).single();
    }

    public boolean isOpen(CaseNo no, String about) {
        return of(no).stream().anyMatch(one -> one.state() != SupervisedCase.State.CLOSED && one.about().equals(about));
    }

    public Optional<SupervisedCase> find(CaseNo no, int n) {
        return of(no).stream().filter(one -> one.n() == n).findFirst();
    }

    public List<SupervisedCase> of(CaseNo no) {
        var calendar = calendars.current();
        return jdbc.sql(OF_CASE).params(no.unit().value(), no.value()).query((row, i) -> read(row, calendar)).list();
    }

    public void answer(CaseNo no, int n, String measures, LocalDate today, Actor by) {
        jdbc.sql(ANSWER).params(measures, today, by.id(), by.name(), no.unit().value(), no.value(), n).update();
    }

    public void close(CaseNo no, int n, String remark, LocalDate today, Actor by) {
        jdbc.sql(CLOSE).params(remark, today, by.id(), by.name(), no.unit().value(), no.value(), n).update();
    }

    /** Those units have to answer, in one state, after a key. */
    public PageOf<SupervisedCase> page(List<String> units, SupervisedCase.State state, PageKey after, int size) {
        record Row(SupervisedCase item, LocalDate day) {}
        var calendar = calendars.current();
        var params = new ArrayList<Object>(List.of(units.toArray(String[]::new), state.name()));
        params.addAll(after.values());
        params.add(size + 1);
        var rows = jdbc.sql(PAGE).params(params).query((row, i) -> new Row(read(row, calendar), row.getObject("answer_by", LocalDate.class))).list();
        var page = PageOf.of(rows, size, last -> PageKey.of(last.day(), last.item().caseNo(), last.item().n()));
        return new PageOf<>(page.items().stream().map(Row::item).toList(), page.next());
    }

    /** How many units have to answer, by state. */
    public Map<SupervisedCase.State, Long> counts(List<String> units) {
        var counts = new EnumMap<SupervisedCase.State, Long>(SupervisedCase.State.class);
        Arrays.stream(SupervisedCase.State.values()).forEach(state -> counts.put(state, 0L));
        jdbc.sql(COUNT).param(units.toArray(String[]::new)).query(row -> {
            counts.put(SupervisedCase.State.valueOf(row.getString("state")), row.getLong("n"));
        });
        return counts;
    }

    private SupervisedCase read(ResultSet row, WorkCalendar calendar) throws SQLException {
        var opened = row.getObject("opened_on", LocalDate.class);
        var by = calendar.add(opened, row.getInt("days"));
        var answered = row.getObject("answered_on", LocalDate.class);
        return new SupervisedCase(new CaseNo(row.getString("case_no")), row.getInt("n"), row.getString("about"), new Text(row.getString("about_zh"), row.getString("about_en")),
                row.getString("demand"), row.getString("opened_by"), row.getString("opened_by_name"), opened, row.getInt("days"), by, row.getString("handled_by"),
                SupervisedCase.State.valueOf(row.getString("state")), (answered == null ? clock.today() : answered).isAfter(by), answered, row.getString("answered_by_name"),
                row.getString("measures"), row.getObject("closed_on", LocalDate.class), row.getString("closed_by_name"), row.getString("remark"));
    }
}
