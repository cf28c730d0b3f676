package org.yekuo.stage.household.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.customer.StandardAddress;
import org.yekuo.stage.household.Households;
import org.yekuo.vocabulary.CaseNo;

/** The tables of households and of the cases that supply them. */
@Component
public class HouseholdStore implements Households {

    private static final String COLUMNS = "select n, address, area_m2, kw, asset_no, start_kwh, seal_no, state, left_out, consumer_no from household ";

    private static final String PUT = """
            insert into household (unit, case_no, n, address, standard, area_m2, kw, asset_no, start_kwh, seal_no, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'LISTED')
            on conflict (unit, case_no, n) do update set address = excluded.address, standard = excluded.standard, area_m2 = excluded.area_m2, kw = excluded.kw,
              asset_no = excluded.asset_no, start_kwh = excluded.start_kwh, seal_no = excluded.seal_no, state = 'LISTED', left_out = null""";

    private static final String COUNT = """
            select count(*) filter (where state = 'LISTED'), count(*) filter (where state = 'METERED'), count(*) filter (where state = 'SUPPLIED'),
              count(*) filter (where state = 'OUT') from household where unit = ? and case_no = ?""";

    /** By household_place. */
    private static final String LISTED_PLACES = """
            select standard, case_no from household where unit = :unit and standard in (:values) and state <> 'OUT'
              and (case_no <> :caseNo or n <> all(:rows))""";

    /** By household_meter. */
    private static final String LISTED_METERS = """
            select asset_no, case_no from household where unit = :unit and asset_no in (:values) and state <> 'OUT'
              and (case_no <> :caseNo or n <> all(:rows))""";

    private final JdbcClient jdbc;

    HouseholdStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void open(Batch batch) {
        jdbc.sql("insert into household_batch (unit, case_no, community_no, phase) values (?, ?, ?, ?)")
                .params(batch.caseNo().unit().value(), batch.caseNo().value(), batch.community().value(), batch.phase()).update();
    }

    /** Rows of the numbers there are give way; then meters and places may change hands between them. */
    public void put(CaseNo no, List<Household> households) {
        households.forEach(household -> jdbc.sql("delete from household where unit = ? and case_no = ? and n = ?")
                .params(no.unit().value(), no.value(), household.n()).update());
        households.forEach(household -> jdbc.sql(PUT).params(no.unit().value(), no.value(), household.n(), household.address(),
                StandardAddress.of(household.address()).value(), household.areaM2(), household.kw(), household.assetNo(), household.startKwh(), household.sealNo()).update());
    }

    void leaveOut(CaseNo no, int n, String reason) {
        jdbc.sql("update household set state = 'OUT', left_out = ? where unit = ? and case_no = ? and n = ?").params(reason, no.unit().value(), no.value(), n).update();
    }

    void metered(CaseNo no) {
        jdbc.sql("update household set state = 'METERED' where unit = ? and case_no = ? and state = 'LISTED'").params(no.unit().value(), no.value()).update();
    }

    void supplied(CaseNo no, int n, ConsumerNo consumerNo) {
        jdbc.sql("update household set state = 'SUPPLIED', consumer_no = ? where unit = ? and case_no = ? and n = ?")
                .params(consumerNo.value(), no.unit().value(), no.value(), n).update();
    }

    /** Everything still on the list goes from it: the case ended. */
    void giveUp(CaseNo no, String reason) {
        jdbc.sql("update household set state = 'OUT', left_out = ? where unit = ? and case_no = ? and state <> 'SUPPLIED'")
                .params(reason, no.unit().value(), no.value()).update();
    }

    /** Places on some list, but for the rows that are handed in again. */
    Map<String, String> listedPlaces(CaseNo no, List<String> places, Integer[] rows) {
        return elsewhere(LISTED_PLACES, no, places, rows);
    }

    Map<String, String> listedMeters(CaseNo no, List<String> meters, Integer[] rows) {
        return elsewhere(LISTED_METERS, no, meters, rows);
    }

    private Map<String, String> elsewhere(String sql, CaseNo no, List<String> values, Integer[] rows) {
        var found = new HashMap<String, String>();
        if (!values.isEmpty()) {
            jdbc.sql(sql).param("unit", no.unit().value()).param("values", values).param("caseNo", no.value()).param("rows", rows)
                    .query((row, n) -> found.put(row.getString(1), row.getString(2))).list();
        }
        return found;
    }

    List<Household> all(CaseNo no, State state) {
        return jdbc.sql(COLUMNS + "where unit = ? and case_no = ? and state = ? order by n").params(no.unit().value(), no.value(), state.name())
                .query(HouseholdStore::household).list();
    }

    @Override
    public Optional<Batch> batch(CaseNo no) {
        return jdbc.sql("select case_no, community_no, phase from household_batch where unit = ? and case_no = ?").params(no.unit().value(), no.value())
                .query(HouseholdStore::batch).optional();
    }

    @Override
    public List<Batch> batchesOf(CaseNo community) {
        return jdbc.sql("select case_no, community_no, phase from household_batch where unit = ? and community_no = ? order by case_no")
                .params(community.unit().value(), community.value()).query(HouseholdStore::batch).list();
    }

    @Override
    public Count count(CaseNo no) {
        return jdbc.sql(COUNT).params(no.unit().value(), no.value())
                .query((row, n) -> new Count(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4))).single();
    }

    @Override
    public List<Household> page(CaseNo no, int after, int most) {
        return jdbc.sql(COLUMNS + "where unit = ? and case_no = ? and n > ? order by n limit ?").params(no.unit().value(), no.value(), after, most)
                .query(HouseholdStore::household).list();
    }

    private static Batch batch(ResultSet row, int i) throws SQLException {
        return new Batch(new CaseNo(row.getString("case_no")), new CaseNo(row.getString("community_no")), row.getInt("phase"));
    }

    private static Household household(ResultSet row, int i) throws SQLException {
        return new Household(row.getInt("n"), row.getString("address"), row.getBigDecimal("area_m2"), row.getBigDecimal("kw"), row.getString("asset_no"),
                row.getBigDecimal("start_kwh"), row.getString("seal_no"), State.valueOf(row.getString("state")), row.getString("left_out"), row.getString("consumer_no"));
    }
}
