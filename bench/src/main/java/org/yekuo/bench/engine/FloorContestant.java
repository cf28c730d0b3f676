package org.yekuo.bench.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yekuo.bench.CountingSource;
import org.yekuo.bench.Program;

/**
 * The floor: the bare SQL an act needs, by plain JDBC, on copies of the program's tables with all their indexes. It locks and reads the case with its runs, parts and
 * limits, and writes as many rows of the same size as the program was seen to write, in batches; it judges, derives and hashes nothing.
 */
final class FloorContestant implements Contestant {

    /** Rows the program wrote for one case, and how long their texts are. */
    record Seen(Map<String, Double> rowsOfCase, int application, int facts, int result, int event, int message) {

        static Seen of(Program.Database database, long cases) throws SQLException {
            var rows = new LinkedHashMap<String, Double>();
            for (var table : List.of("stage_run", "stage_part", "time_limit", "case_event", "outbox", "receipt")) {
                rows.put(table, (double) database.number("select count(*) from " + table) / cases);
            }
            return new Seen(rows, average(database, "application", "connection_case"), average(database, "facts", "connection_case"), average(database, "result", "stage_run"),
                    average(database, "body", "case_event"), average(database, "payload", "outbox"));
        }

        private static int average(Program.Database database, String column, String table) throws SQLException {
            return (int) database.number("select avg(octet_length(%s))::int from %s".formatted(column, table));
        }
    }

    private static final String UNIT = "3401";
    private static final String HASH = "0".repeat(64);
    private static final Date DAY = Date.valueOf(Papers.DAY);

    private final HikariDataSource pool;
    private final CountingSource counter;
    private final Seen seen;

    FloorContestant(Program.Database database, Seen seen, int poolSize) throws SQLException {
        database.run("create schema floor");
        for (var table : List.of("connection_case", "stage_run", "stage_part", "time_limit", "case_event", "outbox")) {
            database.run("create table floor.%1$s (like public.%1$s including all)".formatted(table));
        }
        this.pool = database.pool("floor", poolSize);
        this.counter = new CountingSource(pool);
        this.seen = seen;
    }

    @Override
    public String name() {
        return "bare SQL";
    }

    @Override
    public String schema() {
        return "floor";
    }

    @Override
    public CountingSource counter() {
        return counter;
    }

    @Override
    public void carry(Clerk clerk) {
        long n = Papers.unique();
        var no = "3401%010d".formatted(n);
        var written = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < CaseShape.ACTS.size(); i++) {
            int act = i;
            clerk.does(() -> {
                try (var connection = counter.dataSource().getConnection()) {
                    connection.setAutoCommit(false);
                    act(connection, n, no, act, written);
                    connection.commit();
                    connection.setAutoCommit(true);
                } catch (SQLException broken) {
                    throw new IllegalStateException(broken);
                }
            });
        }
    }

    private void act(Connection connection, long n, String no, int act, Map<String, Integer> written) throws SQLException {
        if (act == 0) {
            update(connection, """
                    insert into connection_case (unit, case_no, handled_by, accepted_by_hall, accepted_by_unit, pack, procedure, business, customer_id, premises_id, customer_name, address,
                      application, facts, status, registered_on, last_act_on, event_count, event_head, search, calendar_version)
                    values (?, ?, '340121', '340121-01', '340121', 'anhui-2008', 'low-voltage-nonresident', 'NEW_INSTALL', ?, ?, '王小明', '长丰县水湖镇长寿路1号', ?, ?, 'ACCEPTED', ?, ?, 0, ?,
                      '{王小,小明,长丰,丰县,县水,水湖,湖镇,镇长,长寿,寿路}', 'x')""", UNIT, no, n, n, text(seen.application), text(seen.facts), DAY, DAY, HASH);
        } else {
            read(connection, "select * from connection_case where unit = ? and case_no = ? for update", no);
            read(connection, "select * from stage_run where unit = ? and case_no = ?", no);
            read(connection, "select * from stage_part where unit = ? and case_no = ?", no);
            read(connection, "select * from time_limit where unit = ? and case_no = ?", no);
        }
        int runs = rows("stage_run", act, written);
        batch(connection, """
                insert into stage_run (unit, case_no, stage, phase, round, state, opened_on, facts, result) values (?, ?, ?, 0, 1, 'OPEN', ?, ?, ?)
                on conflict (unit, case_no, stage, phase, round) do update set state = 'CLOSED', closed_on = excluded.opened_on, result = excluded.result""",
                Math.max(0, written.get("stage_run") - runs - 1), written.get("stage_run"),
                (row, statement) -> fill(statement, UNIT, no, "stage-" + row, DAY, text(seen.facts), text(seen.result)));
        int parts = rows("stage_part", act, written);
        batch(connection, """
                insert into stage_part (unit, case_no, stage, phase, round, part, lead, role, responsible_unit, days, state, opened_on, due_on) values (?, ?, ?, 0, 1, 'lead', true, 'SURVEYOR', '340121', 2, 'OPEN', ?, ?)
                on conflict (unit, case_no, stage, phase, round, part) do update set state = 'CLOSED', closed_on = excluded.opened_on, closed_by = '340121-kc1'""",
                Math.max(0, written.get("stage_part") - parts - 1), written.get("stage_part"),
                (row, statement) -> fill(statement, UNIT, no, "stage-" + row, DAY, DAY));
        int limits = rows("time_limit", act, written);
        batch(connection, """
                insert into time_limit (unit, case_no, limit_key, standard, phase, round, row_id, state, day0, amount, day_unit, due_on, calendar_version) values (?, ?, ?, 'COMMITTED', 0, 1, 'row', 'RUNNING', ?, 5, 'WORKING_DAY', ?, 'x')
                on conflict (unit, case_no, limit_key, standard, phase, round) do update set state = 'STOPPED', stopped_on = excluded.day0, used = 3, verdict = 'IN_TIME'""",
                Math.max(0, written.get("time_limit") - limits - 1), written.get("time_limit"),
                (row, statement) -> fill(statement, UNIT, no, "limit-" + row, DAY, DAY));
        int events = rows("case_event", act, written);
        batch(connection, """
                insert into case_event (unit, case_no, seq, happened_on, recorded_at, actor, actor_name, kind, body, prev_hash, hash) values (?, ?, ?, ?, ?, '340121-kc1', '王勘察', 'STAGE_CLOSED', ?, ?, ?)""",
                written.get("case_event") - events, written.get("case_event"),
                (row, statement) -> fill(statement, UNIT, no, (long) row + 1, DAY, new Timestamp(System.currentTimeMillis()), text(seen.event), HASH, HASH));
        int messages = rows("outbox", act, written);
        batch(connection, """
                insert into outbox (unit, case_no, seq, topic, payload, recorded_at, next_attempt_at) values (?, ?, ?, 'stage.closed', ?, now(), now())""",
                written.get("outbox") - messages, written.get("outbox"), (row, statement) -> fill(statement, UNIT, no, (long) row, text(seen.message)));
        update(connection, "update connection_case set facts = ?, last_act_on = ?, event_count = ?, event_head = ? where unit = ? and case_no = ?",
                text(seen.facts), DAY, (long) written.get("case_event"), HASH, UNIT, no);
    }

    /** How many rows of a table this act adds, so that the case ends with as many as the program's. */
    private int rows(String table, int act, Map<String, Integer> written) {
        int before = written.getOrDefault(table, 0);
        int after = (int) Math.round(seen.rowsOfCase.get(table) * (act + 1) / CaseShape.ACTS.size());
        written.put(table, after);
        return after - before;
    }

    private interface Filling {
        void fill(int row, PreparedStatement statement) throws SQLException;
    }

    private static void batch(Connection connection, String sql, int from, int to, Filling filling) throws SQLException {
        if (from >= to) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (int row = from; row < to; row++) {
                filling.fill(row, statement);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void read(Connection connection, String sql, String no) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            fill(statement, UNIT, no);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    row.getString(2);
                }
            }
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            statement.executeUpdate();
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static String text(int length) {
        return "业".repeat(length / 6) + "x".repeat(length - length / 6 * 3);
    }

    @Override
    public void close() {
        pool.close();
    }
}
