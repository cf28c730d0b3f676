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

    // case_by_day, city by city; the facts with which the first stage was opened are those of the registration
    private static final String LATEST = """
            select c.case_no, c.pack, c.procedure, c.registered_on, c.application, run.stage, run.facts
            from unit city cross join lateral (
              select * from connection_case one
              where one.unit = city.code and exists (select 1 from unnest(?::text[]) seen where starts_with(one.handled_by, seen) or starts_with(one.accepted_by_unit, seen))
              order by one.registered_on desc, one.case_no desc limit ?) c
            join stage_run run on run.unit = c.unit and run.case_no = c.case_no and run.stage = any (?) and run.phase = 0 and run.round = 1
            where length(city.code) = 4
            order by c.registered_on desc, c.case_no desc limit ?""";

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
        return jdbc.sql(LATEST).params(units, most, first.values().stream().distinct().toArray(String[]::new), most)
                .query((row, i) -> row.getString("stage").equals(first.get(row.getString("pack") + "/" + row.getString("procedure"))) ? List.of(intake(row)) : List.<Intake>of())
                .list().stream().flatMap(List::stream).toList();
    }

    private Intake intake(ResultSet row) throws SQLException {
        return new Intake(new CaseNo(row.getString("case_no")), row.getString("pack"), row.getString("procedure"),
                row.getObject("registered_on", LocalDate.class), json.facts(row.getString("facts")),
                json.application(row.getString("application")).load().voltageWish());
    }
}
