package org.yekuo.grid.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
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

    private static PlannedOutage outage(ResultSet rs, int number) throws SQLException {
        return new PlannedOutage(rs.getString("feeder"), rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(), rs.getString("note"));
    }
}
