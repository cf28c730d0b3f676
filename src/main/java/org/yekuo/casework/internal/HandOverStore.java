package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.HandingOver.Item;
import org.yekuo.organisation.Organisation;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** What a person has: open parts assigned to her, and cases she is account manager of, as far as the asker sees them. */
@Component
@Transactional(readOnly = true)
public class HandOverStore {

    // case_of_owner; worklist_of_person_by_urgency; stage_part's key for parts that still wait
    private static final String HERS = """
            from (select c.unit, c.case_no from connection_case c
                where c.owner = ? and c.status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD')
              union select p.unit, p.case_no from stage_part p where p.assignee = ? and p.state = 'OPEN') one
            join connection_case c on c.unit = one.unit and c.case_no = one.case_no
            where exists (select 1 from unnest(?::text[]) seen where starts_with(c.handled_by, seen) or starts_with(c.accepted_by_unit, seen))""";

    private static final String CASES = "select c.case_no " + HERS + " order by c.case_no limit ?";

    private static final String COUNT = "select count(*) " + HERS;

    private static final String ITEMS = """
            select c.case_no, c.customer_name, item.* from (select c.* %s order by c.case_no limit ?) c cross join lateral (
              select null::text as stage, 0 as phase, null::text as part, 'ACCOUNT_MANAGER' as role, c.handled_by as unit_of, null::date as due_on where c.owner = ?
              union all
              select p.stage, p.phase, p.part, p.role, p.responsible_unit, p.due_on from stage_part p
              where p.unit = c.unit and p.case_no = c.case_no and p.assignee = ? and p.state = 'OPEN') item
            order by c.case_no, item.stage nulls first, item.part""".formatted(HERS);

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final BusinessClock clock;

    HandOverStore(JdbcClient jdbc, Organisation organisation, BusinessClock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    public List<CaseNo> cases(String leaver, Actor asker, int most) {
        return jdbc.sql(CASES).params(leaver, leaver, seen(asker), most).query((row, i) -> new CaseNo(row.getString(1))).list();
    }

    public long count(String leaver, Actor asker) {
        return jdbc.sql(COUNT).params(leaver, leaver, seen(asker)).query(Long.class).single();
    }

    public List<Item> items(String leaver, Actor asker, int most) {
        return jdbc.sql(ITEMS).params(leaver, leaver, seen(asker), most, leaver, leaver).query((row, i) -> new Item(new CaseNo(row.getString("case_no")), row.getString("customer_name"),
                row.getString("stage"), row.getInt("phase"), row.getString("part"), row.getString("role"), row.getString("unit_of"), row.getObject("due_on", LocalDate.class), null)).list();
    }

    private String[] seen(Actor asker) {
        return organisation.scope(asker.id(), clock.today()).units().stream().map(UnitCode::value).toArray(String[]::new);
    }
}
