package org.yekuo.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.NotingSupervision.Seen;
import org.yekuo.supervision.About;
import org.yekuo.supervision.Urging;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;

/** Urgings, written while their case is locked. */
@Component
public class UrgingStore {

    private static final String INSERT = """
            insert into urging (unit, case_no, n, about, about_zh, about_en, said, by_id, by_name, on_day, recorded_at, recipients)
            values (?, ?, (select coalesce(max(n), 0) + 1 from urging where unit = ? and case_no = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?) returning n""";

    // one_urging_a_day
    private static final String LAST_DAY = "select max(on_day) from urging where unit = ? and case_no = ? and about = ? and by_id = ?";

    private static final String ANSWER = """
            update urging set answer = ?, answered_on = ?, answered_by = ?, answered_by_name = ? where unit = ? and case_no = ? and n = ? and answered_on is null""";

    private static final String OPEN = "select * from urging where unit = ? and case_no = ? and n = ? and answered_on is null";

    private static final String OF_CASE = "select * from urging where unit = ? and case_no = ? order by n desc limit 50";

    // urging_of_recipient
    private static final String OF_RECIPIENT = "select * from urging where recipients @> ?::text[] and answered_on is null order by recorded_at desc limit ?";

    private final JdbcClient jdbc;

    UrgingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<LocalDate> lastDay(CaseNo no, String about, String by) {
        return Optional.ofNullable(jdbc.sql(LAST_DAY).params(no.unit().value(), no.value(), about, by).query((row, i) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single().orElse(null));
    }

    public int add(Seen seen, About about, String said, List<String> to, Actor by) {
        var unit = seen.caseNo().unit().value();
        var no = seen.caseNo().value();
        return jdbc.sql(INSERT).params(Arrays.asList(unit, no, unit, no, about.key(), about.name().zh(), about.name().en(), said, by.id(), by.name(), seen.today(),
                Timestamp.from(seen.at()), to.toArray(String[]::new))).query(Integer.class).single();
    }

    public Optional<Urging> open(CaseNo no, int n) {
        return jdbc.sql(OPEN).params(no.unit().value(), no.value(), n).query((row, i) -> urging(row)).optional();
    }

    public void answer(CaseNo no, int n, String answer, LocalDate today, Actor by) {
        jdbc.sql(ANSWER).params(answer, today, by.id(), by.name(), no.unit().value(), no.value(), n).update();
    }

    public List<Urging> of(CaseNo no) {
        return jdbc.sql(OF_CASE).params(no.unit().value(), no.value()).query((row, i) -> urging(row)).list();
    }

    public List<Urging> to(String staffNo, int most) {
        return jdbc.sql(OF_RECIPIENT).params(Arrays.asList(new String[] {staffNo}, most)).query((row, i) -> urging(row)).list();
    }

    private static Urging urging(ResultSet row) throws SQLException {
        return new Urging(new CaseNo(row.getString("case_no")), row.getInt("n"), row.getString("about"), new Text(row.getString("about_zh"), row.getString("about_en")),
                row.getString("said"), row.getString("by_id"), row.getString("by_name"), row.getObject("on_day", LocalDate.class),
                List.of((String[]) row.getArray("recipients").getArray()), row.getObject("answered_on", LocalDate.class), row.getString("answered_by_name"), row.getString("answer"));
    }
}
