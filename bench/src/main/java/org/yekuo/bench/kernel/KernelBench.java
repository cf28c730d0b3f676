package org.yekuo.bench.kernel;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.yekuo.bench.Options;
import org.yekuo.bench.Report;

/** Runs {@link Kernel} by JMH, with what each operation allocates. */
public final class KernelBench {

    private final Options options;

    public KernelBench(Options options) {
        this.options = options;
    }

    public void run() throws Exception {
        var length = TimeValue.milliseconds(options.time("for", "2s").toMillis());
        var results = new Runner(new OptionsBuilder().include(Kernel.class.getName()).forks(options.number("forks", 2)).warmupIterations(options.number("warm-ups", 5)).warmupTime(length)
                .measurementIterations(options.number("iterations", 5)).measurementTime(length).timeUnit(TimeUnit.NANOSECONDS).addProfiler(GCProfiler.class).build()).run();
        var report = new Report("kernel");
        report.conditions(org.yekuo.bench.Conditions.ofMachine());
        report.condition("JMH", "forks %d, warm-ups %d, iterations %d of %s".formatted(options.number("forks", 2), options.number("warm-ups", 5), options.number("iterations", 5), length));
        report.condition("started", ManagementFactory.getRuntimeMXBean().getInputArguments());
        var table = report.table("One operation, one thread", "operation", "ns", "± (99.9 %)", "bytes allocated");
        for (var result : results) {
            var name = result.getParams().getBenchmark();
            var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            table.row(name.substring(name.lastIndexOf('.') + 1), result.getPrimaryResult().getScore(), result.getPrimaryResult().getScoreError(), allocated == null ? "" : allocated.getScore());
        }
        report.publish(options.is("write"));
    }
}
