package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yekuo.casework.ReadingInbox.View;

/**
 * How many each view of a person holds under the same search and filters, in one statement: what her hats show is counted once for three views. Each part begins with what is
 * hers and follows an index from there ({@code offset 0} keeps it so), whoever asks; so one plan is right for everybody.
 */
record InboxCounts(String staffNo, String[] cities, Object units, Object roles, LocalDate today, InboxSearch search, InboxSearch ofClosed) {

    // in their order: worklist_of_person_by_urgency; worklist_by_urgency; under_way_of_owner, the parts by their key, run_waiting; suspension_standing; part_closed_by
    private static final String COUNT = """
            select mine.n + hats.untaken as mine, hats.n as team, hats.late as overdue, waiting.n as waiting, suspended.n as suspended, done.n as done from
              (select count(*) n from stage_part p where p.state = 'OPEN' and p.assignee = ? and not p.held and %1$s) mine,
              (select count(*) n, count(*) filter (where p.assignee is null) untaken, count(*) filter (where p.priority in (0, 1) and coalesce(p.due_on, date '9999-12-31') < ?) late
                from unnest(?::text[], ?::text[]) hat (unit, role) cross join lateral (select p.assignee, p.priority, p.due_on from stage_part p
                  where p.state = 'OPEN' and p.responsible_unit = hat.unit and p.role = hat.role and not p.held and %1$s offset 0) p) hats,
              (select count(*) n from under_way c cross join lateral (
                  select p.case_no from stage_part p where p.unit = c.unit and p.case_no = c.case_no and p.state = 'OPEN' and p.assignee is distinct from c.owner and %1$s
                  union all
                  select p.case_no from (select r.unit, r.case_no, r.stage, c.handled_by as responsible_unit, 'CUSTOMER' as role, null::date as due_on, 1::smallint as priority
                    from stage_run r where r.unit = c.unit and r.case_no = c.case_no and r.state = 'WAITING' and not r.superseded) p where %1$s
                  offset 0) p
                where c.owner = ?) waiting,
              (select count(*) n from (select distinct s.unit, s.case_no from suspension s where s.unit = any(?) and s.effective and s.to_day is null) s cross join lateral (
                  select p.case_no from under_way c join stage_part p on p.unit = c.unit and p.case_no = c.case_no where c.unit = s.unit and c.case_no = s.case_no
                    and p.state = 'OPEN' and (c.owner = ? or (p.responsible_unit, p.role) in (select * from unnest(?::text[], ?::text[]))) and %1$s offset 0) p) suspended,
              (select count(*) n from stage_part p where p.closed_by = ? and %2$s) done""";

    String sql() {
        return COUNT.formatted(search.text(), ofClosed.text());
    }

    Object[] params() {
        var params = new ArrayList<Object>();
        add(params, List.of(staffNo), search);
        add(params, List.of(today, units, roles), search);
        add(params, List.of(), search);
        add(params, List.of(), search);
        add(params, List.of(staffNo, cities, staffNo, units, roles), search);
        add(params, List.of(staffNo), ofClosed);
        return params.toArray();
    }

    private static void add(List<Object> params, List<Object> own, InboxSearch search) {
        params.addAll(own);
        params.addAll(search.params());
    }

    static void read(ResultSet row, Map<View, Long> counts) throws SQLException {
        for (var view : View.values()) {
            counts.put(view, row.getLong(view.name().toLowerCase(Locale.ROOT)));
        }
    }
}
