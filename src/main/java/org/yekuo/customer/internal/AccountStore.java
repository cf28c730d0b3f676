package org.yekuo.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.customer.AccountChange;
import org.yekuo.customer.AccountOrder;
import org.yekuo.customer.ConsumerAccount;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.customer.StandardAddress;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

@Repository
class AccountStore {

    private static final String NEXT = "select nextval('consumer_no_seq')";

    private static final String INSERT = """
            insert into consumer_account (unit, consumer_no, customer_id, premises_id, capacity_kva, voltage_kv, tariff, opened_by, opened_on)
            values (:unit, :no, :customer, :premises, :capacity, :voltage, :tariff, :caseNo, :day)
            on conflict (unit, opened_by, premises_id) do nothing""";

    private static final String BY_NUMBER = "select * from consumer_account where unit = :unit and consumer_no = :no";

    private static final String LOCK = BY_NUMBER + " for update";

    private static final String BY_CASE = "select * from consumer_account where unit = :unit and opened_by = :caseNo and premises_id = :premises";

    private static final String OF_CUSTOMER = """
            select * from consumer_account
            where unit = :unit and customer_id = :id
            order by closed_on is not null, consumer_no""";

    private static final String AT_PREMISES = """
            select * from consumer_account
            where unit = :unit and premises_id = :id
            order by closed_on is not null, consumer_no""";

    private static final String KEEP = """
            insert into account_change (unit, consumer_no, case_no, changed_on, customer_id, premises_id, capacity_kva, voltage_kv, tariff)
            select unit, consumer_no, :caseNo, :day, customer_id, premises_id, capacity_kva, voltage_kv, tariff
            from consumer_account
            where unit = :unit and consumer_no = :no
            on conflict do nothing""";

    private static final String CHANGE = """
            update consumer_account
            set customer_id = :customer, premises_id = :premises, capacity_kva = :capacity, voltage_kv = :voltage, tariff = :tariff
            where unit = :unit and consumer_no = :no
            returning *""";

    private static final String CLOSE = """
            update consumer_account
            set closed_on = :day, closed_by = :caseNo
            where unit = :unit and consumer_no = :no
            returning *""";

    private static final String HISTORY = """
            select case_no, changed_on, capacity_kva, voltage_kv, tariff from account_change
            where unit = :unit and consumer_no = :no
            order by changed_on, case_no""";

    private static final String OPEN_AT = """
            select p.standard, a.consumer_no from premises p join consumer_account a on a.unit = p.unit and a.premises_id = p.premises_id
            where p.unit = :unit and p.standard in (:places) and a.closed_on is null""";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ConsumerNo nextNumber(UnitCode unit) {
        return ConsumerNo.of(unit, jdbc.sql(NEXT).query(Long.class).single());
    }

    Optional<ConsumerAccount> openedBy(CaseNo caseNo, long premisesId) {
        return jdbc.sql(BY_CASE)
                .param("unit", caseNo.unit().value())
                .param("caseNo", caseNo.value())
                .param("premises", premisesId)
                .query(AccountStore::account)
                .optional();
    }

    boolean insert(ConsumerNo no, AccountOrder order) {
        return values(jdbc.sql(INSERT), no, order).param("caseNo", order.caseNo().value()).param("day", order.day()).update() == 1;
    }

    Optional<ConsumerAccount> find(ConsumerNo no) {
        return numbered(BY_NUMBER, no).query(AccountStore::account).optional();
    }

    Optional<ConsumerAccount> lock(ConsumerNo no) {
        return numbered(LOCK, no).query(AccountStore::account).optional();
    }

    ConsumerAccount change(ConsumerNo no, AccountOrder to) {
        numbered(KEEP, no).param("caseNo", to.caseNo().value()).param("day", to.day()).update();
        return values(jdbc.sql(CHANGE), no, to).query(AccountStore::account).single();
    }

    ConsumerAccount close(ConsumerNo no, CaseNo by, LocalDate on) {
        return numbered(CLOSE, no).param("caseNo", by.value()).param("day", on).query(AccountStore::account).single();
    }

    List<AccountChange> history(ConsumerNo no) {
        return numbered(HISTORY, no).query((row, n) -> new AccountChange(new CaseNo(row.getString("case_no")), row.getObject("changed_on", LocalDate.class),
                row.getBigDecimal("capacity_kva"), row.getBigDecimal("voltage_kv"), row.getString("tariff"))).list();
    }

    List<ConsumerAccount> ofCustomer(UnitCode unit, long customerId) {
        return jdbc.sql(OF_CUSTOMER).param("unit", unit.value()).param("id", customerId).query(AccountStore::account).list();
    }

    Map<StandardAddress, ConsumerNo> openAt(UnitCode unit, Collection<StandardAddress> places) {
        var found = new HashMap<StandardAddress, ConsumerNo>();
        jdbc.sql(OPEN_AT).param("unit", unit.value()).param("places", places.stream().map(StandardAddress::value).toList())
                .query((row, n) -> found.put(new StandardAddress(row.getString(1)), new ConsumerNo(row.getString(2)))).list();
        return found;
    }

    List<ConsumerAccount> atPremises(UnitCode unit, long premisesId) {
        return jdbc.sql(AT_PREMISES).param("unit", unit.value()).param("id", premisesId).query(AccountStore::account).list();
    }

    private JdbcClient.StatementSpec numbered(String sql, ConsumerNo no) {
        return jdbc.sql(sql).param("unit", no.unit().value()).param("no", no.value());
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec sql, ConsumerNo no, AccountOrder order) {
        return sql.param("unit", no.unit().value())
                .param("no", no.value())
                .param("customer", order.customerId())
                .param("premises", order.premisesId())
                .param("capacity", order.capacityKva())
                .param("voltage", order.voltageKv())
                .param("tariff", order.tariff());
    }

    private static ConsumerAccount account(ResultSet rs, int number) throws SQLException {
        return new ConsumerAccount(new ConsumerNo(rs.getString("consumer_no")), rs.getLong("customer_id"), rs.getLong("premises_id"),
                rs.getBigDecimal("capacity_kva"), rs.getBigDecimal("voltage_kv"), rs.getString("tariff"), new CaseNo(rs.getString("opened_by")),
                rs.getObject("opened_on", LocalDate.class), rs.getObject("closed_on", LocalDate.class));
    }
}
