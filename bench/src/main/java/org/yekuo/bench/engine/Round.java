package org.yekuo.bench.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** One contestant working for one length of time with so many threads, each of which begins its next act when the last is done. */
record Round(double actsPerSecond, Histogram micros) {

    /** Thrown at the first act after time is up; the case is left where it is. */
    private static final class TimeIsUp extends RuntimeException {
        TimeIsUp() {
            super(null, null, false, false);
        }
    }

    static Round of(Contestant contestant, int threads, Duration length) throws InterruptedException, ExecutionException {
        var all = new Histogram(3);
        long began = System.nanoTime();
        long until = began + length.toNanos();
        try (var clerks = Executors.newFixedThreadPool(threads)) {
            var working = new ArrayList<Future<Histogram>>();
            for (int i = 0; i < threads; i++) {
                working.add(clerks.submit(() -> work(contestant, until)));
            }
            for (var one : working) {
                all.add(one.get());
            }
        }
        return new Round(all.getTotalCount() / ((System.nanoTime() - began) / 1e9), all);
    }

    private static Histogram work(Contestant contestant, long until) {
        var histogram = new Histogram(3);
        try {
            while (true) {
                contestant.carry(act -> {
                    long begins = System.nanoTime();
                    if (begins >= until) {
                        throw new TimeIsUp();
                    }
                    act.run();
                    histogram.recordValue((System.nanoTime() - begins) / 1_000);
                });
            }
        } catch (TimeIsUp enough) {
            return histogram;
        }
    }
}
