package org.yekuo.outbox.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yekuo.database.Availability;
import org.yekuo.outbox.DispatchingOutbox;

/** Looks into the outbox every now and then, as long as the program runs. */
@Component
class DispatchLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);

    /** How long a stop waits for the delivery under way; it is not cut off in the middle of a statement. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private record Running(Thread thread, CountDownLatch stopped) {}

    private final DispatchingOutbox dispatching;
    private final Duration interval;
    private volatile @Nullable Running running;

    /** @param interval between two looks; zero: never */
    DispatchLoop(DispatchingOutbox dispatching, @Value("${yekuo.outbox.interval:2s}") Duration interval) {
        this.dispatching = dispatching;
        this.interval = interval;
    }

    @Override
    public void start() {
        if (!interval.isZero()) {
            var stopped = new CountDownLatch(1);
            running = new Running(Thread.ofVirtual().name("outbox").start(() -> run(stopped)), stopped);
        }
    }

    private void run(CountDownLatch stopped) {
        try {
            do {
                look(stopped);
            } while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(CountDownLatch stopped) {
        try {
            dispatching.dispatchDue(() -> stopped.getCount() > 0);
        } catch (RuntimeException | Error fault) {
            // Whatever it was, the loop goes on: without it nothing would ever be sent again.
            if (Availability.missing(fault).isPresent()) {
                LOG.warn("The outbox could not be read, for the database could not be had; trying again.");
            } else {
                LOG.warn("The outbox could not be read; trying again.", fault);
            }
        }
    }

    @Override
    public void stop() {
        var ending = running;
        if (ending != null) {
            running = null;
            ending.stopped().countDown();
            join(ending.thread());
        }
    }

    private static void join(Thread thread) {
        try {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
