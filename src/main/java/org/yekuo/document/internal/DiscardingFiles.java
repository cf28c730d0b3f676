package org.yekuo.document.internal;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.calendar.MachineClock;

/**
 * Lets go of files that were uploaded and came into nothing (清理无主附件): no case, no paper, no letter, no link to a telephone, and no draft of whoever
 * uploaded them. The row and a note of what is to be deleted go in one transaction, the content after it: a kill between the two is made good by the next
 * run. Equal content lies in the store once; while another row names it, it stays.
 */
@Component
class DiscardingFiles {

    private static final Logger LOG = LoggerFactory.getLogger(DiscardingFiles.class);
    private static final int BATCH = 200;

    private final LooseFileRows rows;
    private final FileStore store;
    private final MachineClock clock;
    private final TransactionTemplate transaction;
    private final int days;

    DiscardingFiles(LooseFileRows rows, FileStore store, MachineClock clock, PlatformTransactionManager transactions, @Value("${yekuo.files.loose-days:30}") int days) {
        this.rows = rows;
        this.store = store;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.days = days;
    }

    /** How many files were let go of. */
    int discard() {
        int gone = 0;
        var now = clock.now();
        var before = now.minus(Duration.ofDays(days));
        for (var loose : rows.loose(before, now, BATCH)) {
            gone += Boolean.TRUE.equals(transaction.execute(status -> rows.discard(loose, before, now))) ? 1 : 0;
        }
        for (var content : rows.discarded(now, BATCH)) {
            transaction.executeWithoutResult(status -> delete(content));
        }
        return gone;
    }

    /** Under the lock of the note, which whoever keeps the same content again waits for. */
    private void delete(LooseFileRows.Content content) {
        if (rows.lockNote(content)) {
            try {
                if (!rows.isNamed(content)) {
                    store.delete(content.unit(), content.address());
                }
                rows.strike(content);
            } catch (IOException down) {
                LOG.error("Content {} of unit {} could not be deleted; it is tried again: {}", content.address(), content.unit(), down.toString());
            }
        }
    }

    /** The chore; off where chores are. */
    @Component
    @ConditionalOnProperty(name = "yekuo.chores", havingValue = "true", matchIfMissing = true)
    static class Chore {

        private final DiscardingFiles discarding;

        Chore(DiscardingFiles discarding) {
            this.discarding = discarding;
        }

        @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
        void discard() {
            int gone = discarding.discard();
            if (gone > 0) {
                LOG.info("{} files that came into nothing were let go of.", gone);
            }
        }
    }
}
