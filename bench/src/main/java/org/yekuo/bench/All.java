package org.yekuo.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * All benches, one after the other, each in a process of its own, inside a budget of time: lengths and sizes shrink with it; what is said on the command line stays as
 * said. One that fails, or takes three times its share, keeps none of the following from running.
 */
final class All {

    private final Options said;
    private final Duration budget;
    private final long began = System.nanoTime();
    private final List<String> ends = new ArrayList<>();
    private boolean well = true;

    private All(Options said) {
        this.said = said;
        this.budget = said.time("budget", "60m");
    }

    /** Whether all ran to their ends. */
    static boolean run(Options said) throws IOException, InterruptedException {
        var all = new All(said);
        double share = all.budget.toSeconds() / 3600.0;
        all.run("kernel", 3, Map.of("forks", "1", "for", seconds(share), "iterations", "5"));
        // Five contestants, three numbers of threads: 5 × (warm-up + 3 × pairs × for).
        all.run("engine", 18, Map.of("warm-up", seconds(20 * share), "pairs", "4", "for", seconds(12 * share)));
        // Some twenty pages, three numbers of users.
        all.run("worklist", 14, Map.of("cases", number(300_000 * share), "flowable-tasks", number(300_000 * share), "for", seconds(4 * share), "warm-up", seconds(20 * share)));
        all.run("plans", 2, Map.of());
        all.run("export", 6, Map.of());
        all.run("indicators", 5, Map.of("cases", number(1_000_000 * share), "for", seconds(3 * share)));
        all.run("pages", 6, Map.of("for", seconds(8 * share), "warm-up", seconds(27 * share)));
        all.run("receipts", 5, Map.of("receipts", number(2_000 * share)));
        all.run("bulk", 6, Map.of("cases", number(3_000 * share), "history", number(60_000 * share), "open", number(40_000 * share)));
        var left = all.budget.minus(all.elapsed());
        var least = Duration.ofSeconds((long) (600 * share));
        all.run("soak", 15, Map.of("for", (left.compareTo(least) > 0 ? left : least).toSeconds() + "s"));
        System.out.println("\n" + String.join("\n", all.ends));
        return all.well;
    }

    /** @param minutes about how long it takes of a budget of an hour */
    private void run(String bench, int minutes, Map<String, String> shrunk) throws IOException, InterruptedException {
        var options = said.with(shrunk);
        if (said.values().containsKey("data-dir")) {
            options = options.and("data-dir", Path.of(said.text("data-dir", ""), bench.equals("plans") || bench.equals("export") ? "worklist" : bench).toString());
        }
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Bench.class.getName(), bench));
        command.addAll(options.said());
        System.out.println("\n=== " + bench + " " + String.join(" ", options.said()));
        var before = elapsed();
        var process = new ProcessBuilder(command).inheritIO().start();
        long most = Math.max(300, budget.toSeconds() * minutes * 3 / 60);
        boolean ended = process.waitFor(most, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
        boolean good = ended && process.exitValue() == 0;
        well &= good;
        ends.add("%-8s %s after %.1f min".formatted(bench, good ? "ran to its end" : ended ? "FAILED" : "TOOK TOO LONG", elapsed().minus(before).toSeconds() / 60.0));
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String seconds(double seconds) {
        return Math.max(1, Math.round(seconds)) + "s";
    }

    private static String number(double number) {
        return String.valueOf(Math.max(100, (int) number));
    }
}
