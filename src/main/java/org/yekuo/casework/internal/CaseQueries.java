package org.yekuo.casework.internal;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.yekuo.vocabulary.CaseNo;

/**
 * Queries about one case that go to the database together (一次往返). It runs them one after the other, each seeing what was committed before it began: what stands
 * behind a lock is read after the lock.
 */
final class CaseQueries {

    /** One query with two places, for unit and number; and what becomes of each of its rows. */
    record Query(String sql, RowCallbackHandler rows) {}

    /** How a query says which case it is about. */
    private static final Pattern OF_ONE = Pattern.compile("(\\w\\.)?unit = \\? and (\\w\\.)?case_no = \\?");

    private static final String OF_MANY = "($1unit, $2case_no) in (select * from unnest(?::text[], ?::text[]))";

    private CaseQueries() {}

    /**
     * The same queries about several cases, in one round trip too.
     *
     * @param about is told before each row whose it is
     */
    static void send(JdbcOperations jdbc, Collection<CaseNo> cases, List<Query> queries, Consumer<CaseNo> about) {
        var together = queries.stream().map(query -> OF_ONE.matcher(query.sql()).replaceAll(OF_MANY)).collect(Collectors.joining(";\n"));
        jdbc.execute(together, (PreparedStatementCallback<Boolean>) statement -> {
            var units = statement.getConnection().createArrayOf("text", cases.stream().map(no -> no.unit().value()).toArray());
            var numbers = statement.getConnection().createArrayOf("text", cases.stream().map(CaseNo::value).toArray());
            for (int place = 1; place < 2 * queries.size(); place += 2) {
                statement.setArray(place, units);
                statement.setArray(place + 1, numbers);
            }
            statement.execute();
            for (var query : queries) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        about.accept(new CaseNo(rows.getString("case_no")));
                        query.rows().processRow(rows);
                    }
                }
                statement.getMoreResults();
            }
            return true;
        });
    }

    /** Answers nothing where the first query finds no row: the case is not there, or not yet. */
    static void send(JdbcOperations jdbc, CaseNo no, List<Query> queries) {
        var together = queries.stream().map(Query::sql).collect(Collectors.joining(";\n"));
        jdbc.execute(together, (PreparedStatementCallback<Boolean>) statement -> {
            for (int place = 1; place < 2 * queries.size(); place += 2) {
                statement.setString(place, no.unit().value());
                statement.setString(place + 1, no.value());
            }
            statement.execute();
            boolean there = false;
            for (var query : queries) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next() && (there || query == queries.getFirst())) {
                        query.rows().processRow(rows);
                        there = true;
                    }
                }
                statement.getMoreResults();
            }
            return there;
        });
    }
}
