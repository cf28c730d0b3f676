package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingRisk;
import org.yekuo.form.PageKey;
import org.yekuo.form.PageKey.Kind;
import org.yekuo.form.PageOf;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;

/** The figures of what is on its way and the lists behind them, out of one narrow row for each case. */
@Component
public class RiskStore {

    private static final int SOON = 5;

    // under_way_by_day, the index alone
    private static final String TALLIES = """
            select w.handled_by, w.owner, w.lies_with, count(*) as open,
              count(*) filter (where not w.held and w.due_on between ? and ?) as soon,
              count(*) filter (where not w.held and w.due_on < ?) as overdue,
              count(*) filter (where w.held) as hold,
              count(*) filter (where w.awaits_capacity) as constrained,
              sum(w.capacity_kva) as kva
            from under_way w where w.unit = any(?) and w.handled_by = any(?) group by w.handled_by, w.owner, w.lies_with""";

    // under_way_by_day, under_way_held or under_way_awaiting, unit by unit and no further than a page
    private static final String OF_UNITS = """
            from unnest(?::text[]) seen (code) cross join lateral (
              select w.unit, w.case_no, w.due_on from under_way w where w.unit = left(seen.code, 4) and w.handled_by = seen.code%s
              order by w.due_on, w.case_no limit ?) w""";

    // under_way_of_owner
    private static final String OF_OWNER = """
            from (select w.unit, w.case_no, w.due_on from under_way w where w.handled_by = any(?) and w.owner = ?%s
              order by w.due_on, w.case_no limit ?) w""";

    // the keys of connection_case and time_limit, for the rows of the page only
    private static final String PAGE = """
            select c.case_no, c.customer_name, c.address, c.handled_by, c.owner, c.status, c.pack, near.row_id, w.due_on
            from (select w.* %s order by w.due_on, w.case_no limit ?) w
            join connection_case c on c.unit = w.unit and c.case_no = w.case_no
            left join lateral (
              select l.row_id from time_limit l where l.unit = w.unit and l.case_no = w.case_no and l.state = 'RUNNING' and l.standard = 'COMMITTED' and l.due_on = w.due_on
              order by l.limit_key limit 1) near on true
            order by w.due_on, w.case_no""";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Regulations regulations;
    private final BusinessClock clock;
    private final WorkCalendars calendars;

    RiskStore(JdbcClient jdbc, Organisation organisation, Regulations regulations, BusinessClock clock, WorkCalendars calendars) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.regulations = regulations;
        this.clock = clock;
        this.calendars = calendars;
    }

    public List<ReadingRisk.Tally> tallies(String staffNo) {
        var today = clock.today();
        var params = new ArrayList<Object>(List.of(today, soon(today), today));
        params.addAll(scope(staffNo));
        return jdbc.sql(TALLIES).params(params).query((row, n) -> new ReadingRisk.Tally(row.getString("handled_by"), row.getString("owner"), ReadingRisk.Cause.valueOf(row.getString("lies_with")),
                new ReadingRisk.Counts(row.getLong("open"), row.getLong("soon"), row.getLong("overdue"), row.getLong("hold"), row.getLong("constrained"), row.getBigDecimal("kva")))).list();
    }

    public PageOf<ReadingRisk.Item> cases(String staffNo, ReadingRisk.Query query) {
        var units = units(staffNo).stream().filter(code -> query.unit() == null || query.unit().equals(code)).toArray(String[]::new);
        var conditions = new StringBuilder();
        var params = new ArrayList<Object>();
        params.add(units);
        var owner = query.owner();
        if (owner != null) {
            params.add(owner);
        }
        narrow(query, conditions, params);
        PageKey.read(query.cursor(), Kind.DAY, Kind.WORD).ifPresent(key -> {
            conditions.append(" and (w.due_on, w.case_no) > (?, ?)");
            params.addAll(key.values());
        });
        int size = Math.clamp(query.size(), 1, PageOf.MOST);
        params.addAll(List.of(size + 1, size + 1));
        var rows = jdbc.sql(PAGE.formatted((owner == null ? OF_UNITS : OF_OWNER).formatted(conditions))).params(params).query((row, n) -> item(row)).list();
        return PageOf.of(rows, size, last -> PageKey.of(last.dueOn(), last.caseNo()));
    }

    private void narrow(ReadingRisk.Query query, StringBuilder conditions, List<Object> params) {
        var today = clock.today();
        switch (query.show()) {
            case OPEN -> { }
            case SOON -> {
                conditions.append(" and not w.held and w.due_on between ? and ?");
                params.addAll(List.of(today, soon(today)));
            }
            case OVERDUE -> {
                conditions.append(" and not w.held and w.due_on < ?");
                params.add(today);
            }
            case HOLD -> conditions.append(" and w.held");
            case CONSTRAINED -> conditions.append(" and w.awaits_capacity");
        }
        if (query.cause() != null) {
            conditions.append(" and w.lies_with = ?");
            params.add(query.cause().name());
        }
    }

    /** The cities and the units a person may see. */
    public List<Object> scope(String staffNo) {
        var units = units(staffNo);
        return List.of(units.stream().map(code -> code.substring(0, 4)).distinct().toArray(String[]::new), units.toArray(String[]::new));
    }

    private List<String> units(String staffNo) {
        var scope = organisation.scope(staffNo, clock.today());
        return organisation.units().stream().map(Unit::code).filter(code -> !code.isProvince() && scope.covers(code)).map(code -> code.value()).toList();
    }

    private LocalDate soon(LocalDate today) {
        return calendars.current().add(today, SOON);
    }

    private ReadingRisk.Item item(ResultSet row) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        return new ReadingRisk.Item(new CaseNo(row.getString("case_no")), row.getString("customer_name"), row.getString("address"), row.getString("handled_by"),
                row.getString("owner"), row.getString("status"), limit(row.getString("pack"), row.getString("row_id")), due.equals(PageKey.NEVER) ? null : due);
    }

    private @Nullable Text limit(String pack, @Nullable String rowId) {
        return rowId == null ? null : regulations.pack(pack).flatMap(found -> found.limits().stream().filter(one -> one.id().equals(rowId)).findFirst()).map(LimitRow::name).orElse(null);
    }
}
