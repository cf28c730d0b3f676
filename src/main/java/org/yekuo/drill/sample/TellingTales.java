package org.yekuo.drill.sample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the tales once the program has started, beside whoever already uses it. */
@Component
@ConditionalOnProperty(name = "yekuo.drill.cases", havingValue = "true", matchIfMissing = true)
class TellingTales implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TellingTales.class);

    private final SampleCases cases;
    private volatile Thread teller = new Thread();

    TellingTales(SampleCases cases) {
        this.cases = cases;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void tell(ApplicationReadyEvent ready) {
        teller = Thread.ofPlatform().name("sample-cases").daemon().priority(Thread.MIN_PRIORITY).start(this::tell);
    }

    private void tell() {
        var before = cases.progress().made();
        var begun = System.nanoTime();
        try {
            cases.tell();
            if (cases.progress().made() > before) {
                LOG.info("示范案件已备好 / sample cases are ready: {} ({} s)", cases.progress().made(), (System.nanoTime() - begun) / 1_000_000_000);
            }
        } catch (RuntimeException broken) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("示范案件未能全部生成，其余功能不受影响 / not all sample cases could be made, everything else works", broken);
            }
        }
    }

    /** A stop in between loses nothing: the next start goes on. */
    @Override
    public void destroy() throws InterruptedException {
        teller.interrupt();
        teller.join(5_000);
    }
}
