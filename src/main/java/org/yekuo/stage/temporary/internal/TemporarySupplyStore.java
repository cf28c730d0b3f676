package org.yekuo.stage.temporary.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.stage.temporary.ReadingTemporarySupplies;
import org.yekuo.stage.temporary.TemporarySupply;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The table of temporary supplies. */
@Component
public class TemporarySupplyStore {

    private static final String COLUMNS = """
            select case_no, handled_by, consumer_no, purpose, energised_on, until, prolongations, state, expired_on, task_for, ended_on, successor
            from temporary_supply """;

    private static final String BEGIN = """
            insert into temporary_supply (unit, case_no, handled_by, customer_id, premises_id, pack, consumer_no, purpose, energised_on, until, watch_on, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING') on conflict (unit, case_no) do nothing""";

    private static final String LOCK = COLUMNS + " where unit = ? and case_no = ? for update";

    // temporary_supply_watch
    private static final String DUE = "select case_no from temporary_supply where state = 'RUNNING' and watch_on <= ? order by watch_on, case_no limit ?";

    // temporary_supply_place
    private static final String AT = COLUMNS + " where unit = ? and customer_id = ? and premises_id = ? and state in ('RUNNING', 'EXPIRED') order by case_no";

    // temporary_supply_successor
    private static final String FOLLOWED = COLUMNS + " where unit = ? and successor = ? and state in ('RUNNING', 'EXPIRED') for update";

    /** Where a case is: whose, and at which place. */
    public record Place(long customerId, long premisesId) {}

    private final JdbcClient jdbc;

    TemporarySupplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(TemporarySupply supply, Place place, String pack, LocalDate watchOn) {
        jdbc.sql(BEGIN).params(supply.caseNo().unit().value(), supply.caseNo().value(), supply.handledBy(), place.customerId(), place.premisesId(), pack,
                supply.consumerNo().value(), supply.purpose(), supply.energisedOn(), supply.until(), watchOn).update();
    }

    /** The supply, locked until the end of the transaction. */
    public Optional<TemporarySupply> lock(CaseNo no) {
        return jdbc.sql(LOCK).params(no.unit().value(), no.value()).query(TemporarySupplyStore::supply).optional();
    }

    public List<CaseNo> due(LocalDate today, int most) {
        return jdbc.sql(DUE).params(today, most).query(String.class).list().stream().map(CaseNo::new).toList();
    }

    public LocalDate watchOn(CaseNo no) {
        return one("watch_on", no, LocalDate.class);
    }

    public String packOf(CaseNo no) {
        return one("pack", no, String.class);
    }

    public Place placeOf(CaseNo no) {
        return jdbc.sql("select customer_id, premises_id from temporary_supply where unit = ? and case_no = ?").params(no.unit().value(), no.value())
                .query((row, i) -> new Place(row.getLong(1), row.getLong(2))).single();
    }

    private <T> T one(String column, CaseNo no, Class<T> type) {
        return jdbc.sql("select " + column + " from temporary_supply where unit = ? and case_no = ?").params(no.unit().value(), no.value()).query(type).single();
    }

    List<TemporarySupply> at(UnitCode unit, long customerId, long premisesId) {
        return jdbc.sql(AT).params(unit.value(), customerId, premisesId).query(TemporarySupplyStore::supply).list();
    }

    List<TemporarySupply> followedBy(CaseNo successor) {
        return jdbc.sql(FOLLOWED).params(successor.unit().value(), successor.value()).query(TemporarySupplyStore::supply).list();
    }

    public void watch(CaseNo no, LocalDate on) {
        set(no, "watch_on = ?", on);
    }

    public void prolong(CaseNo no, LocalDate until, LocalDate watchOn) {
        set(no, "until = ?, watch_on = ?, prolongations = prolongations + 1", until, watchOn);
    }

    public void expire(CaseNo no, LocalDate on, @Nullable String taskFor) {
        set(no, "state = 'EXPIRED', expired_on = ?, task_for = ?", on, taskFor);
    }

    public void end(CaseNo no, TemporarySupply.State how, LocalDate on) {
        set(no, "state = ?, ended_on = ?", how.name(), on);
    }

    public void follow(CaseNo no, CaseNo successor) {
        set(no, "successor = ?", successor.value());
    }

    private void set(CaseNo no, String what, @Nullable Object... values) {
        var params = new ArrayList<@Nullable Object>(java.util.Arrays.asList(values));
        params.add(no.unit().value());
        params.add(no.value());
        jdbc.sql("update temporary_supply set " + what + " where unit = ? and case_no = ?").params(params).update();
    }

    /** Those handled within the units, the one that ends first at the head; temporary_supply_end. */
    public List<TemporarySupply> page(Set<UnitCode> within, ReadingTemporarySupplies.Query query, int size) {
        var conditions = new ArrayList<String>();
        var params = new ArrayList<Object>();
        conditions.add("handled_by like any (?::text[])");
        params.add(within.stream().map(unit -> unit.value() + "%").toArray(String[]::new));
        if (query.unit() != null) {
            conditions.add("handled_by like ?");
            params.add(query.unit().value() + "%");
        }
        if (query.state() != null) {
            conditions.add("state = ?");
            params.add(query.state().name());
        }
        if (query.endingBy() != null) {
            conditions.add("until <= ?");
            params.add(query.endingBy());
        }
        if (query.after() != null) {
            conditions.add("(until, case_no) > (select until, case_no from temporary_supply where unit = ? and case_no = ?)");
            params.add(query.after().substring(0, Math.min(4, query.after().length())));
            params.add(query.after());
        }
        params.add(size);
        return jdbc.sql(COLUMNS + " where " + String.join(" and ", conditions) + " order by until, case_no limit ?").params(params)
                .query(TemporarySupplyStore::supply).list();
    }

    private static TemporarySupply supply(ResultSet row, int n) throws SQLException {
        var successor = row.getString("successor");
        return new TemporarySupply(new CaseNo(row.getString("case_no")), row.getString("handled_by"), new ConsumerNo(row.getString("consumer_no")),
                row.getString("purpose"), row.getObject("energised_on", LocalDate.class), row.getObject("until", LocalDate.class), row.getInt("prolongations"),
                TemporarySupply.State.valueOf(row.getString("state")), row.getObject("expired_on", LocalDate.class), row.getString("task_for"),
                row.getObject("ended_on", LocalDate.class), successor == null ? null : new CaseNo(successor));
    }
}
