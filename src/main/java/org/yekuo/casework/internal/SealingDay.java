package org.yekuo.casework.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.casework.internal.ledger.CanonicalJson;
import org.yekuo.casework.internal.ledger.LedgerEvent;
import org.yekuo.vocabulary.UnitCode;

/**
 * Seals a business day of a unit: one row chains the heads of all cases that moved on it to the row of the day before, so that a whole case
 * can't vanish unseen. Sealing twice does nothing.
 */
@Component
public class SealingDay {

    // serialises sealers of one unit; two programs may run
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('ledger_day'), hashtext(?))";

    private static final String LAST = """
            select day, hash from ledger_day where unit = ? order by day desc limit 1""";

    private static final String HEADS = """
            select count(*) as cases,
              encode(sha256(convert_to(coalesce(string_agg(case_no || ':' || hash, ',' order by case_no, seq), ''), 'UTF8')), 'hex') as heads
            from (select distinct on (e.case_no) e.case_no, e.seq, e.hash from case_event e
                  where e.unit = ? and e.recorded_at >= ? and e.recorded_at < ?
                  order by e.case_no, e.seq desc) last""";

    private static final String INSERT = """
            insert into ledger_day (unit, day, cases, heads, prev_hash, hash, sealed_at) values (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient jdbc;
    private final MachineClock machine;

    SealingDay(JdbcClient jdbc, MachineClock machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    /** Seals a day of the machine's calendar that is over; days are sealed in order, and only once. */
    @Transactional
    public boolean seal(UnitCode unit, LocalDate day) {
        jdbc.sql(LOCK).param(unit.value()).query((row, i) -> 1).list();
        record Last(LocalDate day, String hash) {}
        var last = jdbc.sql(LAST).param(unit.value()).query((row, i) -> new Last(row.getObject(1, LocalDate.class), row.getString(2))).optional();
        if (last.isPresent() && !day.isAfter(last.get().day())) {
            return false;
        }
        record Heads(int cases, String hash) {}
        var from = day.atStartOfDay(org.yekuo.calendar.BusinessClock.SHANGHAI).toInstant();
        var to = day.plusDays(1).atStartOfDay(org.yekuo.calendar.BusinessClock.SHANGHAI).toInstant();
        var heads = jdbc.sql(HEADS).params(unit.value(), Timestamp.from(from), Timestamp.from(to))
                .query((row, i) -> new Heads(row.getInt(1), row.getString(2))).single();
        var prev = last.map(Last::hash).orElse(LedgerEvent.GENESIS);
        jdbc.sql(INSERT).params(unit.value(), day, heads.cases(), heads.hash(), prev, hash(prev, unit, day, heads.cases(), heads.hash()),
                Timestamp.from(machine.now())).update();
        return true;
    }

    static String hash(String prev, UnitCode unit, LocalDate day, int cases, String heads) {
        return LedgerEvent.hash(prev, CanonicalJson.write(Map.of("unit", unit.value(), "day", day, "cases", cases, "heads", heads)));
    }
}
