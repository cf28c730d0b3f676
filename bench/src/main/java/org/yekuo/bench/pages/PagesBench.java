package org.yekuo.bench.pages;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.yekuo.bench.Conditions;
import org.yekuo.bench.Options;
import org.yekuo.bench.Program;
import org.yekuo.bench.Report;
import org.yekuo.bench.engine.Papers;
import org.yekuo.bench.engine.StoppedCases;
import org.yekuo.bench.http.Browser;
import org.yekuo.bench.http.Load;
import org.yekuo.bench.http.Server;

/** Pages of a case and the writes that change it, through HTTP, on cases the program carried itself. */
public final class PagesBench {

    private final Options options;
    private final Report report = new Report("pages");

    public PagesBench(Options options) {
        this.options = options;
    }

    public void run() throws Exception {
        var dataDir = Path.of(options.text("data-dir", "data/bench-pages"));
        try (var program = Program.fresh(dataDir)) {
            StoppedCases.carry(program, 1, 18, options.number("cases", 10));
        }
        try (var server = Server.start(dataDir, options.text("server-heap", "1g"))) {
            List<String> cases;
            try (var connection = server.database().connect(); var rows = connection.createStatement().executeQuery("select array_agg(case_no) from connection_case")) {
                report.conditions(Conditions.of(connection));
                rows.next();
                cases = Arrays.stream((Object[]) rows.getArray(1).getArray()).map(String::valueOf).toList();
            }
            report.condition("heap of the program", options.text("server-heap", "1g"));
            reading(server, cases, 4, options.time("warm-up", "20s").dividedBy(5), false);
            for (int users : options.numbers("users", "1,16,50")) {
                reading(server, cases, users, options.time("for", "15s"), true);
            }
            for (int users : options.numbers("writers", "1,4,16")) {
                writing(server, users);
            }
            var memory = report.table("Memory of the program, MB", "heap after a collection", "held by the process");
            memory.row(server.heapMegabytes(), server.residentMegabytes());
            report.condition("warnings and errors the program logged", server.complaints().size());
        }
        report.publish(options.is("write"));
    }

    private void reading(Server server, List<String> cases, int users, java.time.Duration length, boolean counts) throws Exception {
        var table = counts ? report.table("Reading, %d at once".formatted(users), "page", "p50 ms", "p95 ms", "p99 ms", "pages/s", "failed") : new Report.Table("", "");
        page(table, "case page", users, length, signedIn(server, "/work/cases/{no}", cases));
        page(table, "intake form", users, length, signedIn(server, "/work/intake", cases));
        page(table, "worklist", users, length, signedIn(server, "/work", cases));
        // The path of the receipt as PDF; measured when it answers.
        var receipt = options.text("receipt-path", "/work/cases/{no}/papers/receipts/1");
        if (session(server).get(receipt.replace("{no}", cases.getFirst())).statusCode() == 200) {
            page(table, "receipt as PDF", users, length, signedIn(server, receipt, cases));
        } else if (counts && users == 1) {
            report.note("No receipt as PDF at `" + receipt + "`: not measured (`--receipt-path` names another).");
        }
        page(table, "portal: a case followed by number and telephone", users, length, user -> {
            var customer = new Browser(server.port());
            var csrf = Browser.csrf(customer.get("/open/track").body());
            customer.post("/open/track", Map.of("no", cases.get(user % cases.size()), "tail", "0001"), csrf);
            return () -> customer.get("/open/case").statusCode() == 200;
        });
        page(table, "portal: rules in force", users, length, user -> {
            var anybody = new Browser(server.port());
            return () -> anybody.get("/open/regulation").statusCode() == 200;
        });
    }

    private static Browser session(Server server) {
        return new Browser(server.port()).session(new Clerk(server.port(), "cf.kf1").token());
    }

    private IntFunction<Load.Step> signedIn(Server server, String path, List<String> cases) {
        var token = new Clerk(server.port(), "cf.kf1").token();
        return user -> {
            var browser = new Browser(server.port()).session(token);
            return () -> browser.get(path.replace("{no}", cases.get(ThreadLocalRandom.current().nextInt(cases.size())))).statusCode() == 200;
        };
    }

    private void writing(Server server, int users) throws Exception {
        var length = options.time("for", "15s");
        var table = report.table("Writing, %d at once".formatted(users), "act", "p50 ms", "p95 ms", "p99 ms", "acts/s", "failed");
        var fresh = new ConcurrentLinkedQueue<String>();
        var counter = new Clerk(server.port(), "cf.kf1");
        page(table, "application taken (REST)", users, length, user -> () -> {
            var no = counter.apply();
            fresh.add(no);
            return !no.isEmpty();
        });
        var scan = ("%PDF-1.4\n" + "x".repeat(5 << 20) + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
        page(table, "file of 5 MB sent in", users, length, user -> () -> {
            var mine = scan.clone();
            System.arraycopy(Long.toString(Papers.unique()).getBytes(StandardCharsets.US_ASCII), 0, mine, 100, 8);
            return counter.upload(mine);
        });
        var specialist = new Clerk(server.port(), "cf.zz1");
        page(table, "stage submitted (REST)", users, length, user -> () -> {
            var no = fresh.poll();
            return no != null ? specialist.dispatch(no) : specialist.dispatch(Objects.requireNonNull(counter.apply()));
        });
    }

    private static void page(Report.Table table, String name, int users, java.time.Duration length, IntFunction<Load.Step> steps) throws Exception {
        var load = Load.of(users, length, steps);
        if (table.columns().size() > 1) {
            table.row(name, load.milliseconds(50), load.milliseconds(95), load.milliseconds(99), load.perSecond(), load.failed());
            System.out.printf("%d at once, %s: p95 %.1f ms%n", users, name, load.milliseconds(95));
        }
    }
}
