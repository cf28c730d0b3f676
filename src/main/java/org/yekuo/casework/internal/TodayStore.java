package org.yekuo.casework.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.access.Permissions;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.MachineClock;
import org.yekuo.casework.ReadingToday.Arrived;
import org.yekuo.casework.ReadingToday.Returned;
import org.yekuo.organisation.Organisation;
import org.yekuo.vocabulary.CaseNo;

/** What came back to a person, and what customers did. */
@Component
public class TodayStore {

    private static final Duration LATELY = Duration.ofDays(3);

    // part_again_of_person and, for each hat, part_again; the earlier round and the entry by their keys
    private static final String RETURNED = """
            select p.case_no, c.customer_name, p.stage, p.phase, p.round, p.part, p.lead, p.due_on, before.superseded and sent.body is not null as sent_back,
              case when before.superseded then sent.body::jsonb -> 'data' ->> 'reason' else before.outcome_reason end as reason,
              case when before.superseded then sent.actor_name else before.closed_by_name end as by_name,
              case when before.superseded then sent.happened_on else before.closed_on end as on_day
            from (select * from stage_part where state = 'OPEN' and round > 1 and assignee = ? and not held
              union all
              select one.* from unnest(?::text[], ?::text[]) hat (unit, role) cross join lateral (select * from stage_part
                where state = 'OPEN' and round > 1 and responsible_unit = hat.unit and role = hat.role and assignee is null and not held) one) p
            join connection_case c on c.unit = p.unit and c.case_no = p.case_no
            join stage_run before on before.unit = p.unit and before.case_no = p.case_no and before.stage = p.stage and before.phase = p.phase and before.round = p.round - 1
            left join lateral (select e.body, e.actor_name, e.happened_on from case_event e where e.unit = p.unit and e.case_no = p.case_no and e.kind = 'SENT_BACK'
              order by e.seq desc limit 1) sent on true
            order by coalesce(p.due_on, date '9999-12-31'), p.case_no, p.stage limit ?""";

    // event_of_customer
    private static final String ARRIVED = """
            select e.case_no, c.customer_name, c.address, e.kind, e.body::jsonb -> 'data' ->> 'stage' as stage, e.recorded_at
            from case_event e join connection_case c on c.unit = e.unit and c.case_no = e.case_no
            where e.actor like 'customer:%' and e.recorded_at > ?
              and e.kind in ('REGISTERED', 'STAGE_REQUESTED', 'PAPERS_RECEIVED', 'PAPERS_CONFIRMED', 'PAPERS_REFUSED', 'CONTACT', 'SUSPENDED', 'RESUMED', 'RECEIPT_ACKNOWLEDGED', 'URGED', 'ENDED')
              and (c.owner = ? or c.owner is null and c.status in ('REGISTERED', 'INCOMPLETE') and c.handled_by = any(?))
            order by e.recorded_at desc, e.case_no, e.seq limit ?""";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final BusinessClock clock;
    private final MachineClock machine;

    TodayStore(JdbcClient jdbc, Organisation organisation, BusinessClock clock, MachineClock machine) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
        this.machine = machine;
    }

    public List<Returned> returned(String staffNo, int most) {
        var posts = organisation.hats(staffNo, clock.today()).stream().toList();
        return jdbc.sql(RETURNED).params(staffNo, posts.stream().map(post -> post.unit().value()).toArray(String[]::new),
                posts.stream().map(post -> post.role().name()).toArray(String[]::new), most)
                .query((row, i) -> new Returned(new CaseNo(row.getString("case_no")), row.getString("customer_name"), row.getString("stage"), row.getInt("phase"), row.getInt("round"),
                        row.getString("part"), row.getBoolean("lead"), row.getBoolean("sent_back"), row.getString("reason") == null ? "" : row.getString("reason"),
                        row.getString("by_name"), row.getObject("on_day", LocalDate.class), row.getObject("due_on", LocalDate.class))).list();
    }

    public List<Arrived> arrived(String staffNo, int most) {
        var taking = Permissions.rolesFor(CaseAct.REGISTER);
        var units = organisation.hats(staffNo, clock.today()).stream().filter(post -> taking.contains(post.role())).map(post -> post.unit().value()).distinct().toArray(String[]::new);
        return jdbc.sql(ARRIVED).params(Timestamp.from(machine.now().minus(LATELY)), staffNo, units, most)
                .query((row, i) -> new Arrived(new CaseNo(row.getString("case_no")), row.getString("customer_name"), row.getString("address"), row.getString("kind"),
                        row.getString("stage"), row.getTimestamp("recorded_at").toInstant())).list();
    }
}
