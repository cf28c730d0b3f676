package org.yekuo.bench;

import java.util.List;
import org.yekuo.bench.engine.EngineBench;

/** Runs the bench that is named: {@code bench/run engine --threads 1,4,16 --write}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            System.err.println("Name a bench: engine. See bench/README.md.");
            System.exit(2);
        }
        var options = Options.of(List.of(arguments).subList(1, arguments.length));
        switch (arguments[0]) {
            case "engine" -> new EngineBench(options).run();
            case "worklist" -> new org.yekuo.bench.worklist.WorklistBench(options).run();
            default -> throw new IllegalArgumentException("There is no bench " + arguments[0] + ".");
        }
        System.exit(0);
    }
}
