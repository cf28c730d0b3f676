package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.regulation.Conduct;
import org.yekuo.regulation.Standard;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Needs, not numbers: the cases of one customer, premises and business. */
@Component
public class Needs {

    // one_case_per_need
    private static final String RUNNING = """
            select case_no from connection_case
            where unit = ? and customer_id = ? and premises_id = ? and business = ?
              and status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD')""";

    // case_by_need; what has a successor already is part of that one's chain
    private static final String EARLIER = """
            select c.case_no from connection_case c
            where c.unit = ? and c.customer_id = ? and c.premises_id = ? and c.business = ?
              and c.ended_on >= ? and c.status in ('WITHDRAWN', 'TERMINATED', 'EXPIRED')
              and not exists (select 1 from case_link l where l.other_unit = c.unit and l.other_no = c.case_no and l.kind = 'SUCCEEDS')
            order by c.ended_on desc, c.case_no desc limit 1""";

    private static final String INHERITED = "select inherited from connection_case where unit = ? and case_no = ?";

    private static final String DAYS_USED = """
            select limit_key || '/' || standard as name, max(used) as used from time_limit
            where unit = ? and case_no = ? and standard = any (?) and used > 0 and day_unit = 'WORKING_DAY'
            group by 1""";

    private final JdbcClient jdbc;
    private final LedgerJson json;

    Needs(JdbcClient jdbc, LedgerJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<CaseNo> running(UnitCode unit, long customer, long premises, String business) {
        return jdbc.sql(RUNNING).params(unit.value(), customer, premises, business).query(String.class).optional().map(CaseNo::new);
    }

    /** The case for the same need that ended so short a time ago that this one goes on with it. */
    public Optional<CaseNo> earlier(CaseFile file, LocalDate today) {
        int days = new Conduct(file.pack, file.facts).needChange().sameNeedDays();
        return jdbc.sql(EARLIER).params(file.unit().value(), file.customerId, file.premisesId, file.application.business(), today.minusDays(days))
                .query(String.class).optional().map(CaseNo::new);
    }

    /** What an ended case and those before it had used of each limit whose days go over; what it never came to is what it had inherited. */
    public Map<String, Integer> daysUsed(CaseNo earlier, java.util.List<Standard> carried) {
        var used = new TreeMap<>(json.numbers(jdbc.sql(INHERITED).params(earlier.unit().value(), earlier.value()).query(String.class).single()));
        jdbc.sql(DAYS_USED).params(earlier.unit().value(), earlier.value(), carried.stream().map(Standard::name).toArray(String[]::new))
                .query((row, i) -> used.put(row.getString("name"), row.getInt("used"))).list();
        return used;
    }
}
