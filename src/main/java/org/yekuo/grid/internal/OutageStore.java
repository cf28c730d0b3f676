package org.yekuo.grid.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.grid.Outages;
import org.yekuo.grid.PlannedOutage;
import org.yekuo.vocabulary.UnitCode;

@Repository
class OutageStore {

    private static final String INSERT = """
            insert into planned_outage (unit, feeder, starts_at, ends_at, note)
            values (:unit, :feeder, :startsAt, :endsAt, :note)""";

    private static final String BETWEEN = """
            select * from planned_outage
            where unit = :unit and feeder = :feeder and starts_at < :to and ends_at > :from
            order by starts_at""";

    // planned_outage's key, line by line
    private static final String OF_LINES = """
            select * from planned_outage
            where (unit, feeder) in (select * from unnest(:units::text[], :feeders::text[])) and starts_at < :to and ends_at > :from
            order by starts_at""";

    // planned_outage_time
    private static final String OF_OPERATOR = """
            select o.feeder, o.starts_at, o.ends_at, o.note, f.operator, f.code, f.name, f.substation, f.voltage_kv
            from planned_outage o join feeder f on f.unit = o.unit and f.code = o.feeder
            where o.unit = :unit and f.operator = :operator and o.starts_at < :to and o.ends_at > :from
            order by o.starts_at, o.feeder""";

    private final JdbcClient jdbc;

    OutageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UnitCode unit, PlannedOutage outage) {
        jdbc.sql(INSERT)
                .param("unit", unit.value())
                .param("feeder", outage.feeder())
                .param("startsAt", outage.startsAt().atOffset(ZoneOffset.UTC))
                .param("endsAt", outage.endsAt().atOffset(ZoneOffset.UTC))
                .param("note", outage.note())
                .update();
    }

    List<PlannedOutage> between(UnitCode unit, String feeder, Instant from, Instant to) {
        return jdbc.sql(BETWEEN)
                .param("unit", unit.value())
                .param("feeder", feeder)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(OutageStore::outage)
                .list();
    }

    Map<Outages.Line, List<PlannedOutage>> between(Collection<Outages.Line> lines, Instant from, Instant to) {
        var outages = new HashMap<Outages.Line, List<PlannedOutage>>();
        jdbc.sql(OF_LINES)
                .param("units", lines.stream().map(line -> line.unit().city().value()).toArray(String[]::new))
                .param("feeders", lines.stream().map(Outages.Line::feeder).toArray(String[]::new))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    var outage = outage(row, 0);
                    outages.computeIfAbsent(new Outages.Line(new UnitCode(row.getString("unit")), outage.feeder()), line -> new ArrayList<>()).add(outage);
                });
        return outages;
    }

    List<Outages.Affecting> of(UnitCode operator, Instant from, Instant to) {
        return jdbc.sql(OF_OPERATOR)
                .param("unit", operator.city().value())
                .param("operator", operator.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Outages.Affecting(outage(row, number), NetworkStore.feeder(row, number)))
                .list();
    }

    private static PlannedOutage outage(ResultSet rs, int number) throws SQLException {
        return new PlannedOutage(rs.getString("feeder"), rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(), rs.getString("note"));
    }
}
