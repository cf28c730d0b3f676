package org.yekuo.bench.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.yekuo.bench.Report;

/**
 * A closed loop: so many users, each a virtual thread that asks anew when she has her answer, without a pause to think. So a latency here is what a user waits while
 * all the others ask as fast as they can.
 *
 * @param micros what those waited who got what they asked for
 * @param later  answers that told to come again (503), which the user does after as long as she was told; they are in no time and no rate
 * @param failed answers that were not what was asked for; neither are they
 * @param fault  the first of them
 */
public record Load(int users, double perSecond, Histogram micros, long later, long failed, String fault) {

    /** The columns of {@link #row}. */
    public static final String[] COLUMNS = {"", "p50 ms", "p95 ms", "p99 ms", "a second", "told to come again", "failed"};

    /** What a user does once; a {@link Fault} when the answer is not what was asked for. */
    public interface Step {
        void once();
    }

    /** The answer is not what was asked for. */
    public static final class Fault extends RuntimeException {
        public Fault(String what) {
            super(what, null, false, false);
        }
    }

    /** The program says when to come again. */
    public static final class Later extends RuntimeException {

        private final Duration after;

        public Later(Duration after) {
            super(null, null, false, false);
            this.after = after;
        }
    }

    /** There is nothing left to do: the user stops before time is up. */
    public static final class NothingLeft extends RuntimeException {
        public NothingLeft() {
            super(null, null, false, false);
        }
    }

    public static Load of(int users, Duration length, IntFunction<Step> steps) throws InterruptedException, ExecutionException {
        var all = new Histogram(3);
        var later = new AtomicLong();
        var failed = new AtomicLong();
        var fault = new AtomicReference<>("");
        var ready = new ArrayList<Step>();
        for (int i = 0; i < users; i++) {
            ready.add(steps.apply(i));
        }
        long began = System.nanoTime();
        long until = began + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = new ArrayList<Future<Histogram>>();
            for (var step : ready) {
                working.add(threads.submit(() -> {
                    var histogram = new Histogram(3);
                    do {
                        long begins = System.nanoTime();
                        try {
                            step.once();
                            histogram.recordValue((System.nanoTime() - begins) / 1_000);
                        } catch (NothingLeft enough) {
                            break;
                        } catch (Later told) {
                            later.incrementAndGet();
                            Thread.sleep(Duration.ofNanos(Math.max(0, Math.min(told.after.toNanos(), until - System.nanoTime()))));
                        } catch (Fault | java.io.UncheckedIOException wrong) {
                            failed.incrementAndGet();
                            fault.compareAndSet("", String.valueOf(wrong.getMessage()));
                        }
                    } while (System.nanoTime() < until);
                    return histogram;
                }));
            }
            for (var one : working) {
                all.add(one.get());
            }
        }
        return new Load(users, all.getTotalCount() / ((System.nanoTime() - began) / 1e9), all, later.get(), failed.get(), fault.get());
    }

    public double milliseconds(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    /** Puts it into a table of {@link #COLUMNS}; what failed is noted below. */
    public void row(Report report, Report.Table table, String name) {
        table.row(name, milliseconds(50), milliseconds(95), milliseconds(99), perSecond, later, failed);
        System.out.printf("%d at once, %s: p95 %.1f ms, %d told to come again, %d failed%n", users, name, milliseconds(95), later, failed);
        if (failed > 0) {
            report.note("%s, %d at once: %d failed, the first by \"%s\".".formatted(name, users, failed, fault));
        }
    }
}
