package org.yekuo.administration.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.administration.Trace;
import org.yekuo.calendar.MachineClock;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

/** Keeps what was changed; the table is append-only to the program. */
@Component
public class TraceStore {

    private static final String ADD = """
            insert into administration_trace (at, unit, subject, act, args, actor, actor_name) values (?, ?, ?, ?, ?, ?, ?)""";

    // administration_trace_of_subject
    private static final String OF_SUBJECT = "select * from administration_trace where subject = ? order by id desc limit 100";

    // the primary key, backwards; administration_trace_of_unit where a unit is small
    private static final String LATEST = """
            select * from administration_trace where id < ? and unit like any (?) order by id desc limit ?""";

    private final JdbcClient jdbc;
    private final MachineClock clock;

    TraceStore(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes other changes about this person wait until the transaction ends. */
    public void lock(String subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))").param("administration " + subject).query((row, i) -> 1).list();
    }

    public void add(UnitCode unit, String subject, Trace.Act act, List<String> args, Actor by) {
        jdbc.sql(ADD).params(Timestamp.from(clock.now()), unit.value(), subject, act.name(), args.toArray(String[]::new), by.id(), by.name()).update();
    }

    /** The latest hundred. */
    public List<Trace> of(String subject) {
        return jdbc.sql(OF_SUBJECT).param(subject).query((row, i) -> trace(row)).list();
    }

    public List<Trace> latest(Collection<UnitCode> within, long before, int size) {
        return jdbc.sql(LATEST).params(before, within.stream().map(unit -> unit.value() + "%").toArray(String[]::new), size).query((row, i) -> trace(row)).list();
    }

    private static Trace trace(ResultSet row) throws SQLException {
        return new Trace(row.getLong("id"), row.getTimestamp("at").toInstant(), new UnitCode(row.getString("unit")), row.getString("subject"),
                Trace.Act.valueOf(row.getString("act")), List.of((String[]) row.getArray("args").getArray()), row.getString("actor"), row.getString("actor_name"));
    }
}
