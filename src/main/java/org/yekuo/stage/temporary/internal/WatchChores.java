package org.yekuo.stage.temporary.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.stage.temporary.WatchingTemporarySupplies;

/** Looks at temporary supplies though nobody asks. */
@Component
@ConditionalOnProperty(name = "yekuo.chores", havingValue = "true", matchIfMissing = true)
class WatchChores {

    private static final Logger LOG = LoggerFactory.getLogger(WatchChores.class);
    private static final int BATCH = 500;

    private final WatchingTemporarySupplies watching;
    private final BusinessClock clock;

    WatchChores(WatchingTemporarySupplies watching, BusinessClock clock) {
        this.watching = watching;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT90S")
    void watch() {
        int seen = clock.isSettled() ? watching.watch(BATCH) : 0;
        if (seen > 0) {
            LOG.info("{} temporary supplies reminded of or expired.", seen);
        }
    }
}
