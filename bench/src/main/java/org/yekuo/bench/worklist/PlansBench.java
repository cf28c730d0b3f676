package org.yekuo.bench.worklist;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yekuo.bench.Conditions;
import org.yekuo.bench.Options;
import org.yekuo.bench.Program;
import org.yekuo.bench.Report;

/** How the server answers the program's larger questions over many open cases: {@code explain (analyze, buffers)}, each asked twice, the second shown. */
public final class PlansBench {

    private static final String OPEN = "status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD')";

    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>(Map.of(
            "Owners: open cases of a unit by account manager (each acceptance)",
            "select owner, count(*) from connection_case where unit = '3403' and handled_by = '340301' and " + OPEN + " and owner is not null group by owner",
            "IntakeStore: latest cases of a county (intake page)", """
            with latest as (
              select distinct one.unit, one.case_no, one.registered_on from unit seen cross join lateral (
                (select unit, case_no, registered_on from connection_case
                 where unit = left(seen.code, 4) and handled_by = seen.code order by registered_on desc, case_no desc limit 50)
                union all
                (select unit, case_no, registered_on from connection_case
                 where accepted_by_unit = seen.code and accepted_by_unit <> handled_by order by registered_on desc, case_no desc limit 50)) one
              where exists (select 1 from unnest(array['340301']) mine where starts_with(seen.code, mine))
              order by one.registered_on desc, one.case_no desc limit 50)
            select c.case_no, run.stage from latest join connection_case c on c.unit = latest.unit and c.case_no = latest.case_no
            join stage_run run on run.unit = c.unit and run.case_no = c.case_no and run.stage = any (array['acceptance']) and run.phase = 0 and run.round = 1
            order by c.registered_on desc, c.case_no desc""",
            "RiskStore: figures of the province (risk page)", """
            select handled_by, owner, lies_with, count(*), count(*) filter (where not held and due_on < date '2008-03-05'), count(*) filter (where held), sum(capacity_kva)
            from under_way where unit = any(select distinct left(code, 4) from unit where length(code) > 2) group by handled_by, owner, lies_with""",
            "RiskStore: first page of what is late in the province", """
            select w.* from unit seen cross join lateral (
              select w.unit, w.case_no, w.due_on from under_way w where w.unit = left(seen.code, 4) and w.handled_by = seen.code and not w.held and w.due_on < date '2008-03-05'
              order by w.due_on, w.case_no limit 51) w where length(seen.code) > 2 order by w.due_on, w.case_no limit 51""",
            "InboxStore: what an account manager waits for", """
            select count(*) from (
              select p.case_no from under_way w join stage_part p on p.unit = w.unit and p.case_no = w.case_no where w.owner = '340301-jl1' and p.state = 'OPEN' and p.assignee is distinct from w.owner
              union all
              select r.case_no from under_way w join stage_run r on r.unit = w.unit and r.case_no = w.case_no where w.owner = '340301-jl1' and r.state = 'WAITING' and not r.superseded) all_parts""",
            "WarningOfLimits: limits to warn of today",
            "select unit, case_no from time_limit where state = 'RUNNING' and warn_on <= date '2008-03-05' order by warn_on, unit, case_no limit 200",
            "SealingDay: heads of a day", """
            select count(*) from (select distinct on (e.case_no) e.case_no, e.seq, e.hash from case_event e
              where e.unit = '3403' and e.recorded_at >= now() - interval '1 day' order by e.case_no, e.seq desc) last"""));

    private final Options options;
    private final Report report = new Report("plans");

    public PlansBench(Options options) {
        this.options = options;
    }

    public void run() throws Exception {
        var dataDir = Path.of(options.text("data-dir", "data/bench-worklist"));
        WorklistBench.prepare(dataDir, options.and("keep", "true"), report);
        try (var program = Program.on(dataDir); var connection = program.database().connect()) {
            report.conditions(Conditions.of(connection));
            report.condition("size", new Province(program.database()).sizes());
            note(QUESTIONS, connection, report);
        }
        report.publish(options.is("write"));
    }

    /** Puts the plan of each question into a report, asked a second time. */
    static void note(Map<String, String> questions, Connection connection, Report report) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var question : questions.entrySet()) {
                statement.execute(question.getValue());
                var plan = new StringBuilder();
                try (var row = statement.executeQuery("explain (analyze, buffers, costs off) " + question.getValue())) {
                    while (row.next()) {
                        plan.append(row.getString(1)).append('\n');
                    }
                }
                report.note("**" + question.getKey() + "**\n\n```\n" + plan + "```");
            }
        }
    }
}
