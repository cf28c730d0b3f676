package org.yekuo.bench;

import java.util.List;
import org.yekuo.bench.bulk.BulkBench;
import org.yekuo.bench.engine.EngineBench;
import org.yekuo.bench.kernel.KernelBench;
import org.yekuo.bench.pages.PagesBench;
import org.yekuo.bench.pages.ReceiptsBench;
import org.yekuo.bench.pages.SoakBench;
import org.yekuo.bench.worklist.ExportBench;
import org.yekuo.bench.worklist.IndicatorsBench;
import org.yekuo.bench.worklist.PlansBench;
import org.yekuo.bench.worklist.WorklistBench;

/** Runs the bench that is named: {@code bench/run engine --threads 1,4,16 --write}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            System.err.println("Name a bench: engine, worklist, plans, export, indicators, pages, receipts, bulk, kernel, soak, or all. See bench/README.md.");
            System.exit(2);
        }
        var options = Options.of(List.of(arguments).subList(1, arguments.length));
        switch (arguments[0]) {
            case "engine" -> new EngineBench(options).run();
            case "worklist" -> new WorklistBench(options).run();
            case "plans" -> new PlansBench(options).run();
            case "export" -> new ExportBench(options).run();
            case "indicators" -> new IndicatorsBench(options).run();
            case "pages" -> new PagesBench(options).run();
            case "receipts" -> new ReceiptsBench(options).run();
            case "soak" -> new SoakBench(options).run();
            case "bulk" -> new BulkBench(options).run();
            case "kernel" -> new KernelBench(options).run();
            case "all" -> {
                if (!All.run(options)) {
                    System.exit(1);
                }
            }
            default -> throw new IllegalArgumentException("There is no bench " + arguments[0] + ".");
        }
        System.exit(0);
    }
}
