package org.yekuo.casework.internal;

import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingRisk;
import org.yekuo.vocabulary.CaseNo;

/** Figures over many cases: what people have, how long cases took, and which times ask to be looked at. */
@Component
public class RiskFigures {

    private static final int MONTHS = 6;
    private static final int REVIEWED_DAYS = 30;
    /** The longest a case may have taken for its days to be counted. */
    private static final int LONGEST_DAYS = 1500;

    // worklist_by_urgency, unit by unit: the index alone
    private static final String LOAD = """
            select p.assignee, count(*) as open, count(*) filter (where p.due_on < ?) as overdue from stage_part p
            where p.state = 'OPEN' and not p.held and p.assignee is not null and p.responsible_unit = any(?)
            group by p.assignee order by overdue desc, open desc, p.assignee limit 500""";

    // case_archived; days are united over stages that ran beside each other, and what the company had is not the customer's
    private static final String MONTHLY = """
            with calendar as (select day, n from unnest(?::date[], ?::int[]) one (day, n)),
            took as (
              select c.ended_on,
                range_agg(daterange(coalesce(r.requested_on, r.opened_on), coalesce(r.closed_on, c.ended_on))) filter (where coalesce(r.closed_on, c.ended_on) > coalesce(r.requested_on, r.opened_on)) as ours,
                range_agg(daterange(r.opened_on, r.requested_on)) filter (where r.requested_on > r.opened_on) as hers
              from connection_case c join stage_run r on r.unit = c.unit and r.case_no = c.case_no and r.state = 'CLOSED'
              where c.unit = any(?) and c.handled_by = any(?) and c.status = 'ARCHIVED' and c.ended_on >= ? group by c.unit, c.case_no, c.ended_on)
            select to_char(ended_on, 'YYYY-MM') as month, count(*) as cases,
              avg((select coalesce(sum(b.n - a.n), 0) from unnest(ours) span join calendar a on a.day = lower(span) join calendar b on b.day = upper(span))) as company,
              avg((select coalesce(sum(b.n - a.n), 0) from unnest(hers - coalesce(ours, '{}'::datemultirange)) span join calendar a on a.day = lower(span) join calendar b on b.day = upper(span))) as customer
            from took group by 1 order by 1 desc""";

    // late_entry_by_day, correction_by_day, limit_met_on_its_last_day
    private static final String SUSPICIOUS = """
            select said.*, c.customer_name, c.handled_by from (
              select 'LATE_ENTRY' as kind, unit, case_no, recorded_on as on_day, said_on::text as was, recorded_on::text as becomes, because, by_staff from late_entry
                where unit = any(?) and recorded_on >= ?
              union all
              select 'DATE_CORRECTED', unit, case_no, on_day, was, becomes, reason, by_staff from correction
                where unit = any(?) and on_day >= ? and was ~ '^"?[0-9]{4}-[0-9]{2}-[0-9]{2}'
              union all
              select 'LAST_DAY', unit, case_no, stopped_on, day0::text, due_on::text, limit_key, null from time_limit
                where unit = any(?) and stopped_on >= ? and verdict = 'IN_TIME' and stopped_on = due_on and standard = 'COMMITTED') said
            join connection_case c on c.unit = said.unit and c.case_no = said.case_no
            where c.handled_by = any(?) order by said.on_day desc, said.case_no, said.kind limit ?""";

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final WorkCalendars calendars;

    RiskFigures(JdbcClient jdbc, BusinessClock clock, WorkCalendars calendars) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendars = calendars;
    }

    /** @param scope the cities and the units somebody may see */
    public List<ReadingRisk.Load> load(List<Object> scope) {
        return jdbc.sql(LOAD).params(clock.today(), scope.get(1)).query((row, i) -> new ReadingRisk.Load(row.getString("assignee"), row.getLong("open"), row.getLong("overdue"))).list();
    }

    public List<ReadingRisk.Month> months(List<Object> scope) {
        var today = clock.today();
        var calendar = calendars.current();
        var days = new ArrayList<Date>();
        var counted = new ArrayList<Integer>();
        var first = today.minusDays(LONGEST_DAYS);
        int working = 0;
        for (var day = first; !day.isAfter(today); day = day.plusDays(1)) {
            working += day.equals(first) || !calendar.isWorking(day) ? 0 : 1;
            days.add(Date.valueOf(day));
            counted.add(working);
        }
        return jdbc.sql(MONTHLY).params(Arrays.asList(days.toArray(Date[]::new), counted.toArray(Integer[]::new), scope.get(0), scope.get(1), today.withDayOfMonth(1).minusMonths(MONTHS - 1)))
                .query((row, i) -> new ReadingRisk.Month(row.getString("month"), row.getLong("cases"), row.getBigDecimal("company").setScale(1, RoundingMode.HALF_UP),
                        row.getBigDecimal("customer") == null ? java.math.BigDecimal.ZERO : row.getBigDecimal("customer").setScale(1, RoundingMode.HALF_UP))).list();
    }

    public List<ReadingRisk.Suspicious> suspicious(List<Object> scope, int most) {
        var since = clock.today().minusDays(REVIEWED_DAYS);
        return jdbc.sql(SUSPICIOUS).params(Arrays.asList(scope.get(0), since, scope.get(0), since, scope.get(0), since, scope.get(1), most))
                .query((row, i) -> new ReadingRisk.Suspicious(row.getString("kind"), new CaseNo(row.getString("case_no")), row.getString("customer_name"), row.getString("handled_by"),
                        row.getObject("on_day", LocalDate.class), row.getString("was"), row.getString("becomes"), row.getString("because"), row.getString("by_staff"))).list();
    }
}
