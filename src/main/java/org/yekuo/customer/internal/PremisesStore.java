package org.yekuo.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.customer.PremisesRef;
import org.yekuo.database.CopyRows;
import org.yekuo.vocabulary.UnitCode;

@Repository
class PremisesStore {

    private static final String NEXT_ID = "select nextval('premises_seq')";

    private static final String INSERT = """
            insert into premises (unit, premises_id, address, standard, area, tokens)
            values (:unit, :id, :address, :standard, :area, :tokens)
            on conflict do nothing""";

    private static final String BY_ID = "select * from premises where unit = :unit and premises_id = :id";

    /** The same area before an unknown one; when no area is asked for, the place filed first. */
    private static final String BY_STANDARD = """
            select * from premises
            where unit = :unit and standard = :standard and (area = :area::text or area is null or :area::text is null)
            order by area is null, premises_id
            limit 1""";

    private static final String ADD_AREA = """
            update premises set area = :area
            where unit = :unit and premises_id = :id and area is null""";

    /** By index premises_tokens. */
    private static final String SEARCH = """
            select * from premises
            where unit = :unit and tokens @> :tokens::text[]
            order by standard, premises_id
            limit :limit""";

    // unique (unit, standard, area)
    private static final String ALL_BY_STANDARD = """
            select distinct on (p.standard) p.standard, p.premises_id from premises p
            where p.unit = ? and p.standard = any(?)
            order by p.standard, p.area is null, p.premises_id""";

    private final JdbcClient jdbc;
    private final JdbcOperations together;

    PremisesStore(JdbcClient jdbc, JdbcOperations together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /** The places of these standard addresses that are on file. */
    Map<String, Long> findAll(UnitCode unit, Collection<String> standards) {
        var found = new HashMap<String, Long>();
        jdbc.sql(ALL_BY_STANDARD).params(unit.value(), standards.toArray(String[]::new)).query((row, i) -> found.put(row.getString(1), row.getLong(2))).list();
        return found;
    }

    List<Long> nextIds(int many) {
        return jdbc.sql("select nextval('premises_seq') from generate_series(1, ?)").param(many).query(Long.class).list();
    }

    static CopyRows rows() {
        return new CopyRows("premises", "unit, premises_id, address, standard, area, tokens");
    }

    void insert(CopyRows rows) {
        rows.go(together);
    }

    long nextId() {
        return jdbc.sql(NEXT_ID).query(Long.class).single();
    }

    boolean insert(PremisesRef premises, String standard, String[] tokens) {
        return jdbc.sql(INSERT)
                .param("unit", premises.unit().value())
                .param("id", premises.id())
                .param("address", premises.address())
                .param("standard", standard)
                .param("area", premises.area())
                .param("tokens", tokens)
                .update() == 1;
    }

    Optional<PremisesRef> find(UnitCode unit, long id) {
        return jdbc.sql(BY_ID).param("unit", unit.value()).param("id", id).query(PremisesStore::known).optional();
    }

    Optional<PremisesRef> find(UnitCode unit, String standard, @Nullable String area) {
        return jdbc.sql(BY_STANDARD)
                .param("unit", unit.value())
                .param("standard", standard)
                .param("area", area)
                .query(PremisesStore::known)
                .optional();
    }

    PremisesRef addArea(PremisesRef premises, String area) {
        jdbc.sql(ADD_AREA).param("unit", premises.unit().value()).param("id", premises.id()).param("area", area).update();
        return new PremisesRef(premises.unit(), premises.id(), premises.address(), area, true);
    }

    List<PremisesRef> search(UnitCode unit, String[] tokens, int limit) {
        return jdbc.sql(SEARCH).param("unit", unit.value()).param("tokens", tokens).param("limit", limit).query(PremisesStore::known).list();
    }

    private static PremisesRef known(ResultSet rs, int number) throws SQLException {
        return new PremisesRef(new UnitCode(rs.getString("unit")), rs.getLong("premises_id"), rs.getString("address"), rs.getString("area"), true);
    }
}
