package org.yekuo.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Statements of one or several rooms that go to the database together (一次往返). It runs them in their order, each seeing what was committed before it began: what
 * stands behind a lock is read after the lock. One that fails ends the trip, and with it the transaction, which must be there. A statement's text is the same at every
 * trip, so that the server keeps its plan; rows of any number travel in one place as JSON ({@code json_populate_recordset}).
 */
public final class OneTrip {

    private record Step(String sql, @Nullable Object[] places, @Nullable RowCallbackHandler rows) {}

    private final List<Step> steps = new ArrayList<>();

    /** A query; {@code rows} is called for each of its rows, in the order of the steps. */
    public OneTrip ask(String sql, RowCallbackHandler rows, @Nullable Object... places) {
        steps.add(new Step(sql, places, rows));
        return this;
    }

    /** A statement without an answer. */
    public OneTrip tell(String sql, @Nullable Object... places) {
        steps.add(new Step(sql, places, null));
        return this;
    }

    /** Goes, once. */
    public void go(JdbcOperations jdbc) {
        if (steps.isEmpty()) {
            return;
        }
        var together = steps.stream().map(Step::sql).collect(Collectors.joining(";\n"));
        jdbc.execute(together, (PreparedStatementCallback<Boolean>) statement -> {
            fill(statement);
            statement.execute();
            for (var step : steps) {
                answer(statement, step);
                statement.getMoreResults();
            }
            return true;
        });
    }

    private void fill(PreparedStatement statement) throws SQLException {
        int place = 1;
        for (var step : steps) {
            for (var value : step.places()) {
                statement.setObject(place++, value);
            }
        }
    }

    private static void answer(PreparedStatement statement, Step step) throws SQLException {
        var rows = step.rows();
        if (rows == null) {
            return;
        }
        try (var answer = statement.getResultSet()) {
            while (answer.next()) {
                rows.processRow(answer);
            }
        }
    }
}
