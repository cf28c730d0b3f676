package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ReadingIntakes.Intake;
import org.yekuo.organisation.Scope;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Cases as they were taken in: the facts their first run was opened with. */
@Component
public class IntakeStore {

    // case_of_handler_by_day and, for what a hall accepted for another company, case_accepted_elsewhere: the newest end of both for each of her units. A city sees
    // what its county accepted and it handles from both sides. The facts with which the first stage was opened are those of the registration.
    static final String LATEST = """
            with latest as (
              select distinct one.unit, one.case_no, one.registered_on
              from unit seen cross join lateral (
                (select unit, case_no, registered_on from connection_case
                 where unit = left(seen.code, 4) and handled_by = seen.code order by registered_on desc, case_no desc limit ?)
                union all
                (select unit, case_no, registered_on from connection_case
                 where accepted_by_unit = seen.code and accepted_by_unit <> handled_by order by registered_on desc, case_no desc limit ?)) one
              where exists (select 1 from unnest(?::text[]) mine where starts_with(seen.code, mine))
              order by one.registered_on desc, one.case_no desc limit ?)
            select c.case_no, c.pack, c.procedure, c.registered_on, c.application, run.stage, run.facts
            from latest join connection_case c on c.unit = latest.unit and c.case_no = latest.case_no
            join stage_run run on run.unit = c.unit and run.case_no = c.case_no and run.stage = any (?) and run.phase = 0 and run.round = 1
            order by c.registered_on desc, c.case_no desc""";

    private final JdbcClient jdbc;
    private final LedgerJson json;
    private final Regulations regulations;

    IntakeStore(JdbcClient jdbc, LedgerJson json, Regulations regulations) {
        this.regulations = regulations;
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<Intake> latest(Scope scope, int most) {
        var units = scope.units().stream().map(UnitCode::value).toArray(String[]::new);
        var first = new TreeMap<String, String>();
        regulations.all().forEach(pack -> pack.procedures().forEach(procedure -> procedure.stages().stream().filter(stage -> stage.after().isEmpty()).findFirst()
                .ifPresent(stage -> first.put(pack.id() + "/" + procedure.key(), stage.key()))));
        return jdbc.sql(LATEST).params(most, most, units, most, first.values().stream().distinct().toArray(String[]::new))
                .query((row, i) -> row.getString("stage").equals(first.get(row.getString("pack") + "/" + row.getString("procedure"))) ? List.of(intake(row)) : List.<Intake>of())
                .list().stream().flatMap(List::stream).toList();
    }

    private Intake intake(ResultSet row) throws SQLException {
        return new Intake(new CaseNo(row.getString("case_no")), row.getString("pack"), row.getString("procedure"),
                row.getObject("registered_on", LocalDate.class), json.facts(row.getString("facts")),
                json.application(row.getString("application")).load().voltageWish());
    }
}
