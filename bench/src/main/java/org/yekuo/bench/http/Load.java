package org.yekuo.bench.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * A closed loop: so many users, each a virtual thread that asks anew when she has her answer, without a pause to think. So a latency here is what a user waits while
 * all the others ask as fast as they can.
 *
 * @param failed answers that were no success
 */
public record Load(int users, double perSecond, Histogram micros, long failed) {

    /** What a user does once; answers whether it went well. */
    public interface Step {
        boolean once();
    }

    public static Load of(int users, Duration length, IntFunction<Step> steps) throws InterruptedException, ExecutionException {
        var all = new Histogram(3);
        var failed = new AtomicLong();
        long began = System.nanoTime();
        long until = began + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<Histogram>>();
            for (int i = 0; i < users; i++) {
                var step = steps.apply(i);
                working.add(threads.submit(() -> {
                    var histogram = new Histogram(3);
                    do {
                        long begins = System.nanoTime();
                        boolean well = step.once();
                        histogram.recordValue((System.nanoTime() - begins) / 1_000);
                        if (!well) {
                            failed.incrementAndGet();
                        }
                    } while (System.nanoTime() < until);
                    return histogram;
                }));
            }
            for (var one : working) {
                all.add(one.get());
            }
        }
        return new Load(users, all.getTotalCount() / ((System.nanoTime() - began) / 1e9), all, failed.get());
    }

    public double milliseconds(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
