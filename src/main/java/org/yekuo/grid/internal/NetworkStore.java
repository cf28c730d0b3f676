package org.yekuo.grid.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.grid.Feeder;
import org.yekuo.grid.GridNames;
import org.yekuo.grid.Substation;
import org.yekuo.vocabulary.UnitCode;

@Repository
class NetworkStore {

    private static final String PUT_SUBSTATION = """
            insert into substation (unit, code, operator, name, voltage_kv)
            values (:unit, :code, :operator, :name, :voltage)
            on conflict (unit, code) do update set operator = excluded.operator, name = excluded.name, voltage_kv = excluded.voltage_kv""";

    private static final String PUT_FEEDER = """
            insert into feeder (unit, code, operator, name, substation, voltage_kv)
            values (:unit, :code, :operator, :name, :substation, :voltage)
            on conflict (unit, code) do update
            set operator = excluded.operator, name = excluded.name, substation = excluded.substation, voltage_kv = excluded.voltage_kv""";

    private static final String SUBSTATION = "select * from substation where unit = :unit and code = :code";

    private static final String FEEDER = "select * from feeder where unit = :unit and code = :code";

    // both primary keys
    private static final String NAMES = """
            select true as line, code, name from feeder where unit = :unit and code = any(:codes)
            union all
            select false, code, name from substation where unit = :unit and code = any(:codes)""";

    private static final String LOCK_FEEDER = FEEDER + " for update";

    private final JdbcClient jdbc;

    NetworkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Substation substation) {
        jdbc.sql(PUT_SUBSTATION)
                .param("unit", substation.operator().city().value())
                .param("code", substation.code())
                .param("operator", substation.operator().value())
                .param("name", substation.name())
                .param("voltage", substation.voltageKv())
                .update();
    }

    void put(Feeder feeder) {
        jdbc.sql(PUT_FEEDER)
                .param("unit", feeder.operator().city().value())
                .param("code", feeder.code())
                .param("operator", feeder.operator().value())
                .param("name", feeder.name())
                .param("substation", feeder.substation())
                .param("voltage", feeder.voltageKv())
                .update();
    }

    Optional<Substation> substation(UnitCode unit, String code) {
        return coded(SUBSTATION, unit, code).query((rs, number) -> new Substation(new UnitCode(rs.getString("operator")), rs.getString("code"),
                rs.getString("name"), rs.getBigDecimal("voltage_kv").stripTrailingZeros())).optional();
    }

    Optional<Feeder> feeder(UnitCode unit, String code) {
        return coded(FEEDER, unit, code).query(NetworkStore::feeder).optional();
    }

    GridNames names(UnitCode unit, Collection<String> codes) {
        var feeders = new HashMap<String, String>();
        var substations = new HashMap<String, String>();
        jdbc.sql(NAMES).param("unit", unit.value()).param("codes", codes.toArray(String[]::new))
                .query((RowCallbackHandler) row -> (row.getBoolean("line") ? feeders : substations).put(row.getString("code"), row.getString("name")));
        return new GridNames(feeders, substations);
    }

    /** The feeder, which nobody else may take from until this transaction ends. */
    Optional<Feeder> lock(UnitCode unit, String code) {
        return coded(LOCK_FEEDER, unit, code).query(NetworkStore::feeder).optional();
    }

    static Feeder feeder(ResultSet rs, int number) throws SQLException {
        return new Feeder(new UnitCode(rs.getString("operator")), rs.getString("code"), rs.getString("name"), rs.getString("substation"),
                rs.getBigDecimal("voltage_kv").stripTrailingZeros());
    }

    private JdbcClient.StatementSpec coded(String sql, UnitCode unit, String code) {
        return jdbc.sql(sql).param("unit", unit.value()).param("code", code);
    }
}
