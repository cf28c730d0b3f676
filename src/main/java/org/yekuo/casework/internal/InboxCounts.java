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

    // in their order: suspension_standing; worklist_of_person_by_urgency; worklist_by_urgency; under_way_of_owner, part_open_of_case, run_waiting; the same again; part_closed_by
    private static final String COUNT = """
            with standing as materialized (select s.case_no from suspension s where s.unit = any(?) and s.effective and s.to_day is null)
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
              (select count(*) n from (
                  select p.case_no, p.stage, p.phase, p.part from unnest(?::text[], ?::text[]) hat (unit, role) cross join lateral (select p.case_no, p.stage, p.phase, p.part
                    from stage_part p where p.state = 'OPEN' and p.responsible_unit = hat.unit and p.role = hat.role and p.case_no in (select case_no from standing) and %1$s offset 0) p
                  union
                  select p.case_no, p.stage, p.phase, p.part from (select c.unit, c.case_no from under_way c where c.owner = ? and c.case_no in (select case_no from standing)) c
                    cross join lateral (select p.case_no, p.stage, p.phase, p.part from stage_part p where p.unit = c.unit and p.case_no = c.case_no and p.state = 'OPEN' and %1$s offset 0) p
                  ) p) suspended,
              (select count(*) n from stage_part p where p.closed_by = ? and %2$s) done""";

    String sql() {
        return COUNT.formatted(search.text(), ofClosed.text());
    }

    Object[] params() {
        var params = new ArrayList<Object>();
        add(params, List.of(cities, staffNo), search);
        add(params, List.of(today, units, roles), search);
        add(params, List.of(), search);
        add(params, List.of(), search);
        add(params, List.of(staffNo, units, roles), search);
        add(params, List.of(staffNo), search);
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
