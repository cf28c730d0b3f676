package org.yekuo.document.internal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Prints papers soon after they were issued. What a crash interrupts is set again; what was set is never set twice. */
@Component
@ConditionalOnProperty(name = "yekuo.chores", havingValue = "true", matchIfMissing = true)
class PrintChores {

    /** After so many it makes room for a moment: a hundred papers issued at once must not keep anybody waiting for hers. */
    private static final int BATCH = 10;

    private final Printing printing;

    PrintChores(Printing printing) {
        this.printing = printing;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT20S")
    void print() {
        int printed = 0;
        while (printed < BATCH && printing.next()) {
            printed++;
        }
    }
}
