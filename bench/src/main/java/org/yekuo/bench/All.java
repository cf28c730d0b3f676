package org.yekuo.bench;

import java.time.Duration;
import org.yekuo.bench.bulk.BulkBench;
import org.yekuo.bench.engine.EngineBench;
import org.yekuo.bench.kernel.KernelBench;
import org.yekuo.bench.pages.PagesBench;
import org.yekuo.bench.pages.SoakBench;
import org.yekuo.bench.worklist.WorklistBench;

/** All benches, one after the other, inside a budget of time: lengths and sizes shrink with it; what is said on the command line stays as said. */
final class All {

    private All() {}

    static void run(Options said) throws Exception {
        var budget = said.time("budget", "60m");
        double share = budget.toSeconds() / 3600.0;
        new KernelBench(said.with("forks", "1").with("for", seconds(1 * share)).with("iterations", "5")).run();
        // Five contestants, three numbers of threads: 5 × (warm-up + 3 × pairs × for).
        new EngineBench(said.with("warm-up", seconds(20 * share)).with("pairs", "4").with("for", seconds(15 * share))).run();
        new PagesBench(said.with("for", seconds(8 * share)).with("warm-up", seconds(20 * share))).run();
        new BulkBench(said.with("cases", number(3_000 * share)).with("open", number(60_000 * share))).run();
        // About twenty pages, three numbers of users.
        new WorklistBench(said.with("cases", number(200_000 * share)).with("flowable-tasks", number(200_000 * share)).with("for", seconds(6 * share)).with("warm-up", seconds(20 * share))).run();
        new SoakBench(said.with("for", seconds(600 * share))).run();
    }

    private static String seconds(double seconds) {
        return Math.max(1, Duration.ofMillis((long) (seconds * 1_000)).toSeconds()) + "s";
    }

    private static String number(double number) {
        return String.valueOf(Math.max(100, (int) number));
    }
}
