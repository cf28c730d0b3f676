package org.yekuo.customer.internal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.yekuo.customer.StandardAddress;
import org.yekuo.database.CopyRows;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

/** Many customers on their way into their table: who is on file already, who is new, who is called otherwise now. */
final class CustomerBatch {

    /** What equal identities have in common, to be looked up by. */
    record Identity(ByteBuffer digest) {

        static @Nullable Identity of(byte @Nullable [] digest) {
            return digest == null ? null : new Identity(ByteBuffer.wrap(digest));
        }
    }

    /** A customer on file. */
    record Known(long id, String name) {}

    private record Called(UnitCode city, long id, String name) {}

    private static final String NAMES = """
            insert into customer_name (unit, customer_id, name, noted_at, noted_by)
            select called.unit, called.id, called.name, ?, ? from unnest(?::text[], ?::bigint[], ?::text[]) called (unit, id, name)
            on conflict do nothing""";

    private final Map<Identity, Known> known;
    private final Set<Called> called = new LinkedHashSet<>();
    private final CopyRows customers = new CopyRows("customer", """
            unit, customer_id, name, id_type, id_number, id_hmac, id_last4, contact, phone, phone_last4, tokens, registered_at, registered_by""");

    CustomerBatch(Map<Identity, Known> known) {
        this.known = known;
    }

    @Nullable Known known(@Nullable Identity identity) {
        return identity == null ? null : known.get(identity);
    }

    void add(CustomerStore.Row row, @Nullable Identity identity, String[] tokens, Instant now, Actor by) {
        var numbers = row.numbers();
        customers.add(row.unit(), row.id(), row.name(), row.idType(), numbers.idNumber(), identity == null ? null : identity.digest().array(), numbers.idLast4(), row.contact(),
                numbers.phone(), numbers.phoneLast4(), Arrays.asList(tokens), now, by.name());
        if (identity != null) {
            known.put(identity, new Known(row.id(), row.name()));
        }
    }

    void alsoCalled(UnitCode city, Known one, String name) {
        if (!one.name().equals(name) && !StandardAddress.of(one.name()).equals(StandardAddress.of(name))) {
            called.add(new Called(city, one.id(), name));
        }
    }

    void go(JdbcOperations jdbc, Instant now, Actor by) {
        customers.go(jdbc);
        if (!called.isEmpty()) {
            jdbc.update(NAMES, now.atOffset(ZoneOffset.UTC), by.name(), called.stream().map(one -> one.city().value()).toArray(String[]::new),
                    called.stream().map(Called::id).toArray(Long[]::new), called.stream().map(Called::name).toArray(String[]::new));
        }
    }
}
