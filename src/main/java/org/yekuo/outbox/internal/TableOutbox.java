package org.yekuo.outbox.internal;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.database.OneTrip;
import org.yekuo.outbox.Outbox;
import org.yekuo.outbox.OutboxSubscriber;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

@Component
class TableOutbox implements Outbox {

    private static final String PUT = """
            insert into outbox (unit, case_no, seq, topic, payload, recorded_at, next_attempt_at, dispatched_at)
            select ?, ?, m.seq, m.topic, m.payload, t.now, t.now, case when m.taken then null else t.now end
            from (values (?::timestamptz)) t (now), unnest(?::bigint[], ?::text[], ?::text[], ?::boolean[]) with ordinality m (seq, topic, payload, taken, n)
            order by m.n""";

    private final MachineClock clock;
    private final ObjectProvider<OutboxSubscriber> subscribers;

    TableOutbox(MachineClock clock, ObjectProvider<OutboxSubscriber> subscribers) {
        this.clock = clock;
        this.subscribers = subscribers;
    }

    /** A message nobody takes has nobody to wait for: it is written as sent, and no dispatcher need look at it. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(OneTrip trip, UnitCode unit, CaseNo no, List<Message> messages) {
        if (!messages.isEmpty()) {
            trip.tell(PUT, unit.value(), no.value(), Timestamp.from(clock.now()), messages.stream().map(Message::seq).toArray(Long[]::new),
                    messages.stream().map(Message::topic).toArray(String[]::new), messages.stream().map(Message::payloadJson).toArray(String[]::new),
                    messages.stream().map(message -> taken(message.topic())).toArray(Boolean[]::new));
        }
    }

    private boolean taken(String topic) {
        return subscribers.stream().anyMatch(subscriber -> subscriber.accepts(topic));
    }
}
