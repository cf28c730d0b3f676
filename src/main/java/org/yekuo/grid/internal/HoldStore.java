package org.yekuo.grid.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.grid.Hold;
import org.yekuo.grid.HoldOrder;
import org.yekuo.vocabulary.CaseNo;

@Repository
class HoldStore {

    private static final String PUT = """
            insert into capacity_hold (unit, case_no, phase, feeder, kva, until, state)
            values (:unit, :caseNo, :phase, :feeder, :kva, :until, 'HELD')
            on conflict (unit, case_no, phase, feeder) do update set kva = excluded.kva, until = excluded.until, state = 'HELD'
            returning *""";

    private static final String FIND = """
            select * from capacity_hold
            where unit = :unit and case_no = :caseNo and phase = :phase and feeder = :feeder""";

    private static final String OF_CASE = "select * from capacity_hold where unit = :unit and case_no = :caseNo order by phase, feeder";

    private static final String OF_CASES = """
            select * from capacity_hold where (unit, case_no) in (select * from unnest(:units::text[], :cases::text[])) order by unit, case_no, phase, feeder""";

    private static final String RESERVE = """
            update capacity_hold set state = 'RESERVED'
            where unit = :unit and case_no = :caseNo and state = 'HELD'
            returning *""";

    private static final String RELEASE = """
            update capacity_hold set state = 'RELEASED'
            where unit = :unit and case_no = :caseNo and state in ('HELD', 'RESERVED')
            returning *""";

    private static final String USE = """
            update capacity_hold set state = 'USED', used_on = :on
            where unit = :unit and case_no = :caseNo and phase = :phase and state = 'RESERVED'
            returning *""";

    private static final Comparator<Hold> ORDER = Comparator.comparingInt(Hold::phase).thenComparing(Hold::feeder);

    private final JdbcClient jdbc;

    HoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Hold put(HoldOrder order) {
        return ofCase(PUT, order.caseNo())
                .param("phase", order.phase())
                .param("feeder", order.feeder())
                .param("kva", order.kva())
                .param("until", order.until())
                .query(HoldStore::hold)
                .single();
    }

    Optional<Hold> find(CaseNo caseNo, int phase, String feeder) {
        return ofCase(FIND, caseNo).param("phase", phase).param("feeder", feeder).query(HoldStore::hold).optional();
    }

    List<Hold> of(CaseNo caseNo) {
        return ofCase(OF_CASE, caseNo).query(HoldStore::hold).list();
    }

    List<Hold> ofAll(Collection<CaseNo> cases) {
        return jdbc.sql(OF_CASES).param("units", cases.stream().map(no -> no.unit().value()).toArray(String[]::new))
                .param("cases", cases.stream().map(CaseNo::value).toArray(String[]::new)).query(HoldStore::hold).list();
    }

    List<Hold> reserve(CaseNo caseNo) {
        return sorted(ofCase(RESERVE, caseNo));
    }

    List<Hold> release(CaseNo caseNo) {
        return sorted(ofCase(RELEASE, caseNo));
    }

    List<Hold> use(CaseNo caseNo, int phase, LocalDate on) {
        return sorted(ofCase(USE, caseNo).param("phase", phase).param("on", on));
    }

    private static List<Hold> sorted(JdbcClient.StatementSpec update) {
        return update.query(HoldStore::hold).list().stream().sorted(ORDER).toList();
    }

    private JdbcClient.StatementSpec ofCase(String sql, CaseNo caseNo) {
        return jdbc.sql(sql).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value());
    }

    private static Hold hold(ResultSet rs, int number) throws SQLException {
        return new Hold(new CaseNo(rs.getString("case_no")), rs.getInt("phase"), rs.getString("feeder"), rs.getBigDecimal("kva"),
                rs.getObject("until", LocalDate.class), Hold.State.valueOf(rs.getString("state")));
    }
}
