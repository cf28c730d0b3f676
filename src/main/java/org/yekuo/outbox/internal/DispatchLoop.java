package org.yekuo.outbox.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.yekuo.outbox.DispatchingOutbox;

/** Looks into the outbox every now and then, as long as the program runs. */
@Component
class DispatchLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);

    private final DispatchingOutbox dispatching;
    private final Duration interval;
    private volatile @Nullable Thread thread;

    /** @param interval between two looks; zero: never */
    DispatchLoop(DispatchingOutbox dispatching, @Value("${yekuo.outbox.interval:2s}") Duration interval) {
        this.dispatching = dispatching;
        this.interval = interval;
    }

    @Override
    public void start() {
        if (!interval.isZero()) {
            thread = Thread.ofVirtual().name("outbox").start(this::run);
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                dispatching.dispatchDue();
                Thread.sleep(interval);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | Error fault) {
                // Whatever it was, the loop goes on: without it nothing would ever be sent again.
                LOG.warn("The outbox could not be read; trying again.", fault);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(interval);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
