package org.yekuo.bench.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.yekuo.bench.Program;

/** An engine's task list of the same kind (Flowable 的待办查询): tasks with a candidate group and a due date, asked for by groups, the most urgent first. */
public final class TaskList implements AutoCloseable {

    private final FlowableContestant flowable;
    private final Program.Database database;

    public TaskList(Program.Database database) throws SQLException {
        database.run("drop schema if exists flowable_audit cascade");
        this.database = database;
        this.flowable = new FlowableContestant(database, HistoryLevel.AUDIT, 4);
    }

    /** Multiplies one task the engine made, over 1 404 groups. */
    public void fill(int tasks) throws SQLException {
        try {
            int[] acts = {0};
            flowable.carry(act -> {
                if (acts[0]++ == 2) {
                    throw new IllegalStateException("enough");
                }
                act.run();
            });
        } catch (IllegalStateException enough) {
            // One task is open now.
        }
        multiply("act_ru_task", "id_", "'t' || n", "due_date_", "now() + (n % 40 - 10) * interval '1 day'", tasks);
        multiply("act_ru_identitylink", "id_", "'l' || n", "task_id_", "'t' || n", "group_id_", "'group-' || n % 1404", tasks);
        database.run("vacuum (analyze) flowable_audit.act_ru_task", "vacuum (analyze) flowable_audit.act_ru_identitylink");
    }

    private void multiply(String table, Object... columnsAndCount) throws SQLException {
        int count = (Integer) columnsAndCount[columnsAndCount.length - 1];
        var own = new java.util.HashMap<String, String>();
        for (int i = 0; i + 1 < columnsAndCount.length; i += 2) {
            own.put((String) columnsAndCount[i], (String) columnsAndCount[i + 1]);
        }
        var columns = new java.util.ArrayList<String>();
        try (var connection = database.connect(); var rows = connection.getMetaData().getColumns(null, "flowable_audit", table, null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
            }
        }
        var condition = table.equals("act_ru_identitylink") ? " where t.task_id_ is not null" : "";
        database.run("insert into flowable_audit.%1$s (%2$s) select %3$s from (select * from flowable_audit.%1$s t%4$s limit 1) t, generate_series(1, %5$d) n".formatted(
                table, String.join(", ", columns), columns.stream().map(column -> own.getOrDefault(column, "t." + column)).collect(Collectors.joining(", ")), condition, count));
    }

    /** The first page of the tasks of so many groups, and their number, as a task page shows both. */
    public Histogram ask(int groups, int times) {
        var histogram = new Histogram(3);
        for (int time = 0; time < times; time++) {
            int first = time * 17;
            List<String> mine = java.util.stream.IntStream.range(first, first + groups).mapToObj(n -> "group-" + n % 1404).toList();
            long begins = System.nanoTime();
            var tasks = flowable.engine().getTaskService();
            tasks.createTaskQuery().taskCandidateGroupIn(mine).orderByTaskDueDate().asc().listPage(0, 25);
            tasks.createTaskQuery().taskCandidateGroupIn(mine).count();
            histogram.recordValue((System.nanoTime() - begins) / 1_000);
        }
        return histogram;
    }

    @Override
    public void close() {
        flowable.close();
    }
}
