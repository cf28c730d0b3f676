package org.yekuo.casework.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.MachineClock;
import org.yekuo.casework.ExpiringCases;
import org.yekuo.casework.RecountingLimits;
import org.yekuo.casework.WarningOfLimits;
import org.yekuo.vocabulary.UnitCode;

/** What must be done though nobody asks: expired cases end, yesterday is sealed. Doing it twice, or in two programs at once, does no harm. */
@Component
@ConditionalOnProperty(name = "yekuo.chores", havingValue = "true", matchIfMissing = true)
class CaseChores {

    private static final Logger LOG = LoggerFactory.getLogger(CaseChores.class);
    private static final int BATCH = 500;

    private final ExpiringCases expiring;
    private final RecountingLimits recounting;
    private final WarningOfLimits warning;
    private final SealingDay sealing;
    private final BusinessClock clock;
    private final MachineClock machine;
    private final JdbcClient jdbc;

    CaseChores(ExpiringCases expiring, RecountingLimits recounting, WarningOfLimits warning, SealingDay sealing, BusinessClock clock, MachineClock machine, JdbcClient jdbc) {
        this.expiring = expiring;
        this.recounting = recounting;
        this.warning = warning;
        this.sealing = sealing;
        this.clock = clock;
        this.machine = machine;
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void expire() {
        int ended = clock.isSettled() ? expiring.expire(BATCH) : 0;
        if (ended > 0) {
            LOG.info("{} cases expired.", ended);
        }
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT90S")
    void warn() {
        int warned = clock.isSettled() ? warning.warn(BATCH) : 0;
        if (warned > 0) {
            LOG.info("{} cases looked at for warnings.", warned);
        }
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT30S")
    void recount() {
        int recounted = recounting.run(BATCH * 10);
        if (recounted > 0) {
            LOG.info("{} cases reckoned by the calendar in force.", recounted);
        }
    }

    /** Also a program that ships another year brings a new calendar. */
    @EventListener
    void beginRecount(ApplicationReadyEvent ready) {
        recounting.beginWhereNeeded();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    void sealYesterday() {
        var yesterday = machine.now().atZone(BusinessClock.SHANGHAI).toLocalDate().minusDays(1);
        jdbc.sql("select code from unit where length(code) = 4 order by code").query(String.class).list()
                .forEach(unit -> sealing.seal(new UnitCode(unit), yesterday));
    }
}
