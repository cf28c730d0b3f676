package org.yekuo.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.customer.Arrear;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

@Repository
class ArrearsStore {

    private static final String PUT = """
            insert into arrears (unit, consumer_no, amount, since, recorded_at, recorded_by)
            values (:unit, :no, :amount, :since, :at, :by)
            on conflict (unit, consumer_no) where cleared_at is null
            do update set amount = excluded.amount, since = excluded.since, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by""";

    private static final String CLEAR = """
            update arrears set cleared_at = :at, cleared_by = :by
            where unit = :unit and consumer_no = :no and cleared_at is null
            returning consumer_no, amount, since""";

    /** From the customer's accounts (consumer_account_customer) to what each owes (arrears_owed). */
    private static final String OF_CUSTOMER = """
            select owed.consumer_no, owed.amount, owed.since
            from consumer_account account
            join arrears owed on owed.unit = account.unit and owed.consumer_no = account.consumer_no and owed.cleared_at is null
            where account.unit = :unit and account.customer_id = :customer
            order by owed.since, owed.consumer_no""";

    private final JdbcClient jdbc;

    ArrearsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Arrear arrear, Instant at, Actor by) {
        jdbc.sql(PUT)
                .param("unit", arrear.consumerNo().unit().value())
                .param("no", arrear.consumerNo().value())
                .param("amount", arrear.amount())
                .param("since", arrear.since())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .update();
    }

    Optional<Arrear> clear(ConsumerNo no, Instant at, Actor by) {
        return jdbc.sql(CLEAR)
                .param("unit", no.unit().value())
                .param("no", no.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .query(ArrearsStore::arrear)
                .optional();
    }

    List<Arrear> of(UnitCode unit, long customerId) {
        return jdbc.sql(OF_CUSTOMER).param("unit", unit.value()).param("customer", customerId).query(ArrearsStore::arrear).list();
    }

    private static Arrear arrear(ResultSet rs, int number) throws SQLException {
        return new Arrear(new ConsumerNo(rs.getString("consumer_no")), rs.getBigDecimal("amount"), rs.getObject("since", LocalDate.class));
    }
}
