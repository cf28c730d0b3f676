package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Needs, not numbers: the cases of one customer, premises and business. */
@Component
public class Needs {

    /** Applying again within this many days is the same need (semantics 13). */
    private static final int SAME_NEED_DAYS = 30;

    // one_case_per_need
    private static final String RUNNING = """
            select case_no from connection_case
            where unit = ? and customer_id = ? and premises_id = ? and business = ?
              and status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD')""";

    // case_by_need
    private static final String EARLIER = """
            select case_no from connection_case
            where unit = ? and customer_id = ? and premises_id = ? and business = ?
              and ended_on >= ? and status in ('WITHDRAWN', 'TERMINATED', 'EXPIRED')
            order by ended_on desc, case_no desc limit 1""";

    private static final String DAYS_USED = """
            select limit_key || '/' || standard as name, max(used) as used from time_limit
            where unit = ? and case_no = ? and standard = 'ASSESSED' and used > 0 and day_unit = 'WORKING_DAY'
            group by 1""";

    private final JdbcClient jdbc;

    Needs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CaseNo> running(UnitCode unit, long customer, long premises, String business) {
        return jdbc.sql(RUNNING).params(unit.value(), customer, premises, business).query(String.class).optional().map(CaseNo::new);
    }

    public Optional<CaseNo> earlier(CaseFile file, LocalDate today) {
        return jdbc.sql(EARLIER).params(file.unit().value(), file.customerId, file.premisesId, file.application.business(), today.minusDays(SAME_NEED_DAYS))
                .query(String.class).optional().map(CaseNo::new);
    }

    /** What an earlier case had used of each assessed limit, what it had itself inherited included. */
    public Map<String, Integer> daysUsed(CaseNo earlier) {
        var used = new TreeMap<String, Integer>();
        jdbc.sql(DAYS_USED).params(earlier.unit().value(), earlier.value()).query((row, i) -> used.put(row.getString("name"), row.getInt("used"))).list();
        return used;
    }
}
