package org.yekuo.document.internal;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.MachineClock;
import org.yekuo.document.Scan;
import org.yekuo.document.StoredFile;

/** Scans what came while the scanner was down (隔离区复扫), the longest waiting first. */
@Component
class ScanningQuarantine {

    private static final Logger LOG = LoggerFactory.getLogger(ScanningQuarantine.class);
    private static final int AT_ONCE = 50;

    private final VirusScanner scanner;
    private final Sealing sealing;
    private final FileStore store;
    private final FileRows rows;
    private final MachineClock clock;

    ScanningQuarantine(VirusScanner scanner, Sealing sealing, FileStore store, FileRows rows, MachineClock clock) {
        this.clock = clock;
        this.scanner = scanner;
        this.sealing = sealing;
        this.store = store;
        this.rows = rows;
    }

    /** Scans until nothing waits or the scanner is down. A file it says nothing of, or that can't be read, goes to the end of the queue. */
    void scan() {
        for (var waiting : rows.waiting(AT_ONCE)) {
            if (!scan(waiting)) {
                return;
            }
        }
    }

    private boolean scan(FileRows.Waiting waiting) {
        StoredFile file = waiting.file();
        try (var content = sealing.clear(file.unit(), waiting.address(), store)) {
            switch (scanner.scan(content)) {
                case VirusScanner.Verdict.Clean clean -> rows.scanned(file, Scan.CLEAN, null);
                case VirusScanner.Verdict.Off off -> rows.scanned(file, Scan.OFF, null);
                case VirusScanner.Verdict.Found(var virus) -> {
                    LOG.warn("{} was found in file {} of unit {}, sent by {}.", virus, file.fileId(), file.unit(), file.uploadedBy());
                    rows.scanned(file, Scan.FOUND, virus);
                }
                case VirusScanner.Verdict.Undecided undecided -> rows.scanLater(file, clock.now());
                case VirusScanner.Verdict.Unanswered unanswered -> {
                    return false;
                }
            }
            return true;
        } catch (IOException | RuntimeException broken) {
            LOG.error("File {} of unit {} cannot be scanned: {}", file.fileId(), file.unit(), broken.toString());
            rows.scanLater(file, clock.now());
            return true;
        }
    }

    /** The chore; off where chores are. */
    @Component
    @ConditionalOnProperty(name = "yekuo.chores", havingValue = "true", matchIfMissing = true)
    static class Chore {

        private final ScanningQuarantine quarantine;

        Chore(ScanningQuarantine quarantine) {
            this.quarantine = quarantine;
        }

        @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
        void scanAgain() {
            quarantine.scan();
        }
    }
}
