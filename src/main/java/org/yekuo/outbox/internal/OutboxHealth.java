package org.yekuo.outbox.internal;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.yekuo.outbox.DispatchingOutbox;

/** Shows at {@code /actuator/health/messages} how many messages wait and how many keep failing. Never down for it: the program works, a receiver does not. */
@Component("outbox")
class OutboxHealth implements HealthIndicator {

    private final DispatchingOutbox outbox;

    OutboxHealth(DispatchingOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        var backlog = outbox.backlog();
        var health = Health.up().withDetail("waiting", backlog.waiting()).withDetail("failing", backlog.failing());
        backlog.oldest().ifPresent(oldest -> health.withDetail("oldest", oldest));
        return health.build();
    }
}
