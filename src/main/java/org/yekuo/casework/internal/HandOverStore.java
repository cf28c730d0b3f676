package org.yekuo.casework.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** What a person has: open parts assigned to her, and cases she is account manager of, as far as the asker sees them. */
@Component
@Transactional(readOnly = true)
public class HandOverStore {

    // case_of_owner; worklist_of_person_by_urgency
    private static final String HERS = """
            from (select c.unit, c.case_no from connection_case c
                where c.owner = ? and c.status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD')
              union select p.unit, p.case_no from stage_part p where p.assignee = ? and p.state = 'OPEN') one
            join connection_case c on c.unit = one.unit and c.case_no = one.case_no
            where exists (select 1 from unnest(?::text[]) seen where starts_with(c.handled_by, seen) or starts_with(c.accepted_by_unit, seen))""";

    private static final String CASES = "select c.case_no " + HERS + " and c.case_no > ? order by c.case_no limit ?";

    private static final String COUNT = "select count(*) " + HERS;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final BusinessClock clock;

    HandOverStore(JdbcClient jdbc, Organisation organisation, BusinessClock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param after where the page before ended, or null for the first */
    public List<CaseNo> cases(String leaver, Actor asker, @Nullable CaseNo after, int most) {
        return jdbc.sql(CASES).params(leaver, leaver, seen(asker), after == null ? "" : after.value(), most).query((row, i) -> new CaseNo(row.getString(1))).list();
    }

    public long count(String leaver, Actor asker) {
        return jdbc.sql(COUNT).params(leaver, leaver, seen(asker)).query(Long.class).single();
    }

    private String[] seen(Actor asker) {
        return organisation.scope(asker.id(), clock.today()).units().stream().map(UnitCode::value).toArray(String[]::new);
    }
}
