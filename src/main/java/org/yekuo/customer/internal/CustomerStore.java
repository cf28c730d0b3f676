package org.yekuo.customer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.customer.IdType;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

/** Customers as they lie in the database, numbers encrypted. */
@Repository
class CustomerStore {

    /** A customer's row. {@code idLast4} and {@code phoneLast4} are in clear; what is encrypted is read by {@link SealedNumbers}. */
    record Row(UnitCode unit, long id, String name, IdType idType, Numbers numbers, @Nullable String contact, @Nullable String agentName,
            @Nullable LocalDate agentUntil) {}

    /** The four numbers of a customer, each encrypted and its last four in clear. */
    record Numbers(byte @Nullable [] idNumber, String idLast4, byte @Nullable [] phone, String phoneLast4, byte @Nullable [] agentId,
            @Nullable String agentIdLast4, byte @Nullable [] agentPhone, @Nullable String agentPhoneLast4) {

        Numbers withIdentityOf(Numbers other) {
            return new Numbers(other.idNumber, other.idLast4, phone, phoneLast4, agentId, agentIdLast4, agentPhone, agentPhoneLast4);
        }
    }

    private static final String NEXT_ID = "select nextval('customer_seq')";

    private static final String INSERT = """
            insert into customer (unit, customer_id, name, id_type, id_number, id_hmac, id_last4, contact, phone, phone_last4,
                agent_name, agent_id, agent_id_last4, agent_phone, agent_phone_last4, agent_until, tokens, registered_at, registered_by)
            values (:unit, :id, :name, :idType, :idNumber, :idHmac, :idLast4, :contact, :phone, :phoneLast4,
                :agentName, :agentId, :agentIdLast4, :agentPhone, :agentPhoneLast4, :agentUntil, :tokens, :at, :by)
            on conflict (unit, id_hmac) do nothing""";

    private static final String REFRESH = """
            update customer
            set contact = :contact, phone = :phone, phone_last4 = :phoneLast4, agent_name = :agentName, agent_id = :agentId,
                agent_id_last4 = :agentIdLast4, agent_phone = :agentPhone, agent_phone_last4 = :agentPhoneLast4, agent_until = :agentUntil, tokens = :tokens
            where unit = :unit and customer_id = :id""";

    private static final String BY_ID = "select * from customer where unit = :unit and customer_id = :id";

    private static final String BY_IDENTITY = "select * from customer where unit = :unit and id_hmac = :hmac";

    /** By index customer_tokens. */
    private static final String SEARCH = """
            select * from customer
            where unit = :unit and tokens @> :tokens::text[]
            order by name, customer_id
            limit :limit""";

    private static final String NOTE_NAME = """
            insert into customer_name (unit, customer_id, name, noted_at, noted_by)
            values (:unit, :id, :name, :at, :by)
            on conflict do nothing""";

    private static final String NOTE_UNMASKING = """
            insert into unmasking (unit, customer_id, actor_id, actor_name, reason, at)
            values (:unit, :id, :actorId, :actorName, :reason, :at)""";

    // unique (unit, id_hmac)
    private static final String ALL_BY_IDENTITY = "select id_hmac, customer_id, name from customer where unit = ? and id_hmac = any(?)";

    private final JdbcClient jdbc;
    private final JdbcOperations together;

    CustomerStore(JdbcClient jdbc, JdbcOperations together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /** Those of the identities that are on file. */
    Map<CustomerBatch.Identity, CustomerBatch.Known> findAll(UnitCode unit, Collection<CustomerBatch.@Nullable Identity> identities) {
        var found = new HashMap<CustomerBatch.Identity, CustomerBatch.Known>();
        var digests = identities.stream().filter(Objects::nonNull).distinct().map(identity -> identity.digest().array()).toArray(byte[][]::new);
        jdbc.sql(ALL_BY_IDENTITY).params(unit.value(), digests)
                .query((row, i) -> found.put(Objects.requireNonNull(CustomerBatch.Identity.of(row.getBytes(1))), new CustomerBatch.Known(row.getLong(2), row.getString(3)))).list();
        return found;
    }

    List<Long> nextIds(int many) {
        return jdbc.sql("select nextval('customer_seq') from generate_series(1, ?)").param(many).query(Long.class).list();
    }

    void insert(CustomerBatch batch, Instant now, Actor by) {
        batch.go(together, now, by);
    }

    long nextId() {
        return jdbc.sql(NEXT_ID).query(Long.class).single();
    }

    /** Whether the row was written; false when the identity is on file already. */
    boolean insert(Row row, byte @Nullable [] idHmac, String[] tokens, Instant at, Actor by) {
        return numbers(jdbc.sql(INSERT), row)
                .param("name", row.name())
                .param("idType", row.idType().name())
                .param("idNumber", row.numbers().idNumber())
                .param("idHmac", idHmac)
                .param("idLast4", row.numbers().idLast4())
                .param("tokens", tokens)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .update() == 1;
    }

    void refresh(Row row, String[] tokens) {
        numbers(jdbc.sql(REFRESH), row).param("tokens", tokens).update();
    }

    Optional<Row> find(UnitCode unit, long id) {
        return jdbc.sql(BY_ID).param("unit", unit.value()).param("id", id).query(CustomerStore::row).optional();
    }

    Optional<Row> find(UnitCode unit, byte[] idHmac) {
        return jdbc.sql(BY_IDENTITY).param("unit", unit.value()).param("hmac", idHmac).query(CustomerStore::row).optional();
    }

    List<Row> search(UnitCode unit, String[] tokens, int limit) {
        return jdbc.sql(SEARCH).param("unit", unit.value()).param("tokens", tokens).param("limit", limit).query(CustomerStore::row).list();
    }

    void noteName(UnitCode unit, long id, String name, Instant at, Actor by) {
        jdbc.sql(NOTE_NAME)
                .param("unit", unit.value())
                .param("id", id)
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .update();
    }

    void noteUnmasking(UnitCode unit, long id, Actor by, String reason, Instant at) {
        jdbc.sql(NOTE_UNMASKING)
                .param("unit", unit.value())
                .param("id", id)
                .param("actorId", by.id())
                .param("actorName", by.name())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static JdbcClient.StatementSpec numbers(JdbcClient.StatementSpec sql, Row row) {
        var numbers = row.numbers();
        return sql.param("unit", row.unit().value())
                .param("id", row.id())
                .param("contact", row.contact())
                .param("phone", numbers.phone())
                .param("phoneLast4", numbers.phoneLast4())
                .param("agentName", row.agentName())
                .param("agentId", numbers.agentId())
                .param("agentIdLast4", numbers.agentIdLast4())
                .param("agentPhone", numbers.agentPhone())
                .param("agentPhoneLast4", numbers.agentPhoneLast4())
                .param("agentUntil", row.agentUntil());
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        var numbers = new Numbers(rs.getBytes("id_number"), rs.getString("id_last4"), rs.getBytes("phone"), rs.getString("phone_last4"),
                rs.getBytes("agent_id"), rs.getString("agent_id_last4"), rs.getBytes("agent_phone"), rs.getString("agent_phone_last4"));
        return new Row(new UnitCode(rs.getString("unit")), rs.getLong("customer_id"), rs.getString("name"), IdType.valueOf(rs.getString("id_type")),
                numbers, rs.getString("contact"), rs.getString("agent_name"), rs.getObject("agent_until", LocalDate.class));
    }
}
