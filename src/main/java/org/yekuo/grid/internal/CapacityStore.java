package org.yekuo.grid.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.grid.FeederCapacity;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

/** What was declared, less what is taken. */
@Repository
class CapacityStore {

    /**
     * One feeder after another (feeder_voltage): its latest declaration, the holds and reservations that count (capacity_hold_taken),
     * and what was energised since that declaration's month began (capacity_hold_used), which the declaration cannot know.
     */
    private static final String OPEN = """
            select feeder.operator, feeder.code, feeder.name, feeder.substation, feeder.voltage_kv,
                declared.month, declared.kva as declared, taken.held, taken.reserved + used.kva as reserved,
                declared.kva - taken.held - taken.reserved - used.kva as remaining
            from feeder
            cross join lateral (
                select month, kva from available_capacity
                where unit = feeder.unit and feeder = feeder.code and month <= :day
                order by month desc limit 1) declared
            cross join lateral (
                select coalesce(sum(kva) filter (where state = 'HELD' and until >= :day), 0) as held,
                    coalesce(sum(kva) filter (where state = 'RESERVED'), 0) as reserved
                from capacity_hold
                where unit = feeder.unit and feeder = feeder.code and state in ('HELD', 'RESERVED')) taken
            cross join lateral (
                select coalesce(sum(kva), 0) as kva from capacity_hold
                where unit = feeder.unit and feeder = feeder.code and state = 'USED' and used_on >= declared.month) used
            """;

    private static final String CANDIDATES = OPEN + """
            where feeder.unit = :unit and feeder.voltage_kv = :voltage and feeder.operator like :operators
                and declared.kva - taken.held - taken.reserved - used.kva >= :kva
            order by remaining desc, feeder.code""";

    private static final String OF_FEEDER = OPEN + "where feeder.unit = :unit and feeder.code = :feeder";

    private static final String DECLARE = """
            insert into available_capacity (unit, feeder, month, kva, declared_at, declared_by)
            select :unit, :feeder, month::date, :kva, :at, :by
            from generate_series(:first::date::timestamp, :last::date::timestamp, interval '1 month') month
            on conflict (unit, feeder, month) do update
            set kva = excluded.kva, declared_at = excluded.declared_at, declared_by = excluded.declared_by""";

    private final JdbcClient jdbc;

    CapacityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FeederCapacity> candidates(UnitCode operator, BigDecimal voltageKv, BigDecimal kva, LocalDate day) {
        return jdbc.sql(CANDIDATES)
                .param("unit", operator.city().value())
                .param("operators", operator.value() + "%")
                .param("voltage", voltageKv)
                .param("kva", kva)
                .param("day", day)
                .query(CapacityStore::capacity)
                .list();
    }

    Optional<FeederCapacity> of(UnitCode unit, String feeder, LocalDate day) {
        return jdbc.sql(OF_FEEDER).param("unit", unit.value()).param("feeder", feeder).param("day", day).query(CapacityStore::capacity).optional();
    }

    void declare(UnitCode unit, String feeder, YearMonth first, YearMonth last, BigDecimal kva, Instant at, Actor by) {
        jdbc.sql(DECLARE)
                .param("unit", unit.value())
                .param("feeder", feeder)
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("kva", kva)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .update();
    }

    private static FeederCapacity capacity(ResultSet rs, int number) throws SQLException {
        return new FeederCapacity(NetworkStore.feeder(rs, number), YearMonth.from(rs.getObject("month", LocalDate.class)), rs.getBigDecimal("declared"),
                rs.getBigDecimal("held"), rs.getBigDecimal("reserved"), rs.getBigDecimal("remaining"));
    }
}
