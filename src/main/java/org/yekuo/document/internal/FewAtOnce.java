package org.yekuo.document.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.yekuo.document.TooBusy;

/** Lets few do what takes memory at the same moment; whoever waits too long is told so ({@link TooBusy}). */
final class FewAtOnce {

    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore places;

    FewAtOnce(int places) {
        this.places = new Semaphore(places, true);
    }

    /** A place, until it is closed. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    Place take() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        return places::release;
    }
}
