package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingOpenStages;
import org.yekuo.form.PageKey;
import org.yekuo.form.PageKey.Kind;
import org.yekuo.form.PageOf;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The query of cases that stand at given stages. */
@Component
public class OpenStageStore {

    // stage_run_open, under_way's key
    private static final String RUNS = """
            from stage_run r join under_way w on w.unit = r.unit and w.case_no = r.case_no
            where r.unit = any(?) and r.stage = any(?) and r.state = any(?) and not r.superseded and w.handled_by = any(?) and not w.held""";

    private static final String KEY = "w.due_on, r.case_no, r.stage, r.phase";

    // connection_case's key, for the rows of the page only
    private static final String PAGE = """
            select c.case_no, c.customer_name, c.address, c.handled_by, c.owner, r.stage, r.phase, r.round, r.state, r.due_on
            from (select r.unit, r.case_no, r.stage, r.phase, r.round, r.state, w.due_on %s order by %s limit ?) r
            join connection_case c on c.unit = r.unit and c.case_no = r.case_no
            order by r.due_on, r.case_no, r.stage, r.phase""";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final BusinessClock clock;

    OpenStageStore(JdbcClient jdbc, Organisation organisation, BusinessClock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    public ReadingOpenStages.Page page(String staffNo, ReadingOpenStages.Query query) {
        var scope = organisation.scope(staffNo, clock.today());
        var units = organisation.units().stream().map(Unit::code).filter(code -> !code.isProvince() && scope.covers(code) && (query.unit() == null || query.unit().equals(code))).toList();
        var params = new ArrayList<Object>(List.of(units.stream().map(code -> code.city().value()).distinct().toArray(String[]::new),
                query.stages().toArray(String[]::new), query.waiting() ? new String[] {"OPEN", "WAITING"} : new String[] {"OPEN"},
                units.stream().map(UnitCode::value).toArray(String[]::new)));
        var conditions = new StringBuilder(RUNS);
        if (query.dueBy() != null) {
            conditions.append(" and w.due_on <= ?");
            params.add(query.dueBy());
        }
        var key = PageKey.read(query.cursor(), Kind.DAY, Kind.WORD, Kind.WORD, Kind.NUMBER);
        long total = jdbc.sql("select count(*) " + conditions).params(params).query(Long.class).single();
        key.ifPresent(after -> {
            conditions.append(" and (").append(KEY).append(") > (?, ?, ?, ?)");
            params.addAll(after.values());
        });
        int size = Math.clamp(query.size(), 1, PageOf.MOST);
        params.add(size + 1);
        var rows = jdbc.sql(PAGE.formatted(conditions, KEY)).params(params).query((row, n) -> item(row)).list();
        var page = PageOf.of(rows, size, last -> PageKey.of(last.latestOn(), last.caseNo(), last.stage(), last.phase()));
        return new ReadingOpenStages.Page(page.items(), total, page.next());
    }

    private static ReadingOpenStages.Item item(ResultSet row) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        return new ReadingOpenStages.Item(new CaseNo(row.getString("case_no")), row.getString("customer_name"), row.getString("address"), new UnitCode(row.getString("handled_by")),
                row.getString("owner"), row.getString("stage"), row.getInt("phase"), row.getInt("round"), row.getString("state"), due.equals(PageKey.NEVER) ? null : due);
    }
}
