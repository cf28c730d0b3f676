package org.yekuo.document.internal;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Prints papers soon after they were issued, with a share of one processor ({@code yekuo.papers.share}): after each it rests for as long as the others are to have it.
 * Whoever asks for a paper does not wait for this: hers is set at once. What a crash interrupts is set again; what was set is never set twice.
 */
@Component
@ConditionalOnProperty(name = "yekuo.chores", havingValue = "true", matchIfMissing = true)
class PrintChores {

    /** The chores take turns on one thread; this is how long the others wait for theirs, and one paper. */
    private static final Duration TURN = Duration.ofSeconds(5);

    private final Printing printing;
    private final double share;

    PrintChores(Printing printing, @Value("${yekuo.papers.share:0.5}") double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("yekuo.papers.share is a share of one processor, above 0 and at most 1; it is " + share + ".");
        }
        this.printing = printing;
        this.share = share;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT20S")
    void print() throws InterruptedException {
        long began = System.nanoTime();
        long since = began;
        while (since - began < TURN.toNanos() && printing.next()) {
            Thread.sleep(rest(Duration.ofNanos(System.nanoTime() - since), share));
            since = System.nanoTime();
        }
    }

    /** How long to rest after work of {@code worked} that is to be {@code share} of the time. */
    static Duration rest(Duration worked, double share) {
        return Duration.ofNanos(Math.round(worked.toNanos() * (1 - share) / share));
    }
}
