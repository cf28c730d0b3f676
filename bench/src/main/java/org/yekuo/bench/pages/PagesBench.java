package org.yekuo.bench.pages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
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
            var length = options.time("for", "15s");
            var warmUp = options.time("warm-up", "20s").dividedBy(9);
            var customers = customers(server, cases);
            var clerk = new Browser(server.port()).session(new Clerk(server.port(), "cf.kf1").token());
            cases.forEach(no -> clerk.page("/work/cases/" + no + "/papers/receipts/1", "%PDF-1"));
            reading(server, cases, customers, 4, warmUp, false);
            writing(server, 4, warmUp, false);
            for (int users : options.numbers("users", "1,16,50")) {
                reading(server, cases, customers, users, length, true);
            }
            for (int users : options.numbers("writers", "1,4,16")) {
                writing(server, users, length, true);
            }
            var memory = report.table("Memory of the program, MB", "heap after a collection", "held by the process");
            memory.row(server.heapMegabytes(), server.residentMegabytes());
            report.condition("warnings and errors the program logged", server.complaints().size());
        }
        report.publish(options.is("write"));
    }

    private void reading(Server server, List<String> cases, List<Browser> customers, int users, Duration length, boolean counts) throws Exception {
        var table = counts ? report.table("Reading, %d at once".formatted(users), Load.COLUMNS) : new Report.Table("", Load.COLUMNS);
        var token = new Clerk(server.port(), "cf.kf1").token();
        page(table, "case page", users, length, signedIn(server, token, "/work/cases/{no}", "/work/cases/{no}/papers/receipts/1", cases));
        page(table, "intake form", users, length, signedIn(server, token, "/work/intake", "id=\"live\"", cases));
        page(table, "receipt as PDF, set before", users, length, signedIn(server, token, "/work/cases/{no}/papers/receipts/1", "%PDF-1", cases));
        page(table, "portal: a case followed by number and telephone", users, length, user -> () -> customers.get(user % customers.size()).page("/open/case", "aria-labelledby=\"now\""));
        page(table, "portal: rules in force", users, length, user -> {
            var anybody = new Browser(server.port());
            return () -> anybody.page("/open/regulation", "id=\"limits\"");
        });
    }

    /** Customers who opened their cases; few, since the portal lets an address open few. */
    private static List<Browser> customers(Server server, List<String> cases) {
        return cases.stream().limit(8).map(no -> {
            var customer = new Browser(server.port());
            customer.post("/open/track", Map.of("no", no, "tail", "0001"), Browser.csrf(customer.get("/open/track").body()));
            return customer;
        }).toList();
    }

    private static IntFunction<Load.Step> signedIn(Server server, String token, String path, String sign, List<String> cases) {
        return user -> {
            var browser = new Browser(server.port()).session(token);
            return () -> {
                var no = cases.get(ThreadLocalRandom.current().nextInt(cases.size()));
                browser.page(path.replace("{no}", no), sign.replace("{no}", no));
            };
        };
    }

    private void writing(Server server, int users, Duration length, boolean counts) throws Exception {
        var table = counts ? report.table("Writing, %d at once".formatted(users), Load.COLUMNS) : new Report.Table("", Load.COLUMNS);
        var fresh = new ConcurrentLinkedQueue<String>();
        var counter = new Clerk(server.port(), "cf.kf1");
        page(table, "application taken (REST)", users, length, user -> () -> fresh.add(counter.apply()));
        var scan = scan();
        page(table, "file of 5 MB sent in", users, length, user -> () -> {
            var mine = scan.clone();
            System.arraycopy("%016d".formatted(Papers.unique()).getBytes(StandardCharsets.US_ASCII), 0, mine, mine.length / 2, 16);
            counter.upload(mine);
        });
        var specialist = new Clerk(server.port(), "cf.zz1");
        page(table, "stage submitted (REST)", users, length, user -> () -> specialist.dispatch(Optional.ofNullable(fresh.poll()).orElseThrow(Load.NothingLeft::new)));
    }

    /** One page and five megabytes nobody can make smaller, as a scan is; what stands in its middle may be written over. */
    private static byte[] scan() throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            var noise = new byte[5 << 20];
            new Random(1).nextBytes(noise);
            document.getDocumentCatalog().setMetadata(new PDMetadata(document, new ByteArrayInputStream(noise)));
            document.save(out);
            return out.toByteArray();
        }
    }

    private void page(Report.Table table, String name, int users, Duration length, IntFunction<Load.Step> steps) throws Exception {
        var load = Load.of(users, length, steps);
        if (report.has(table)) {
            load.row(report, table, name);
        } else if (load.failed() > 0) {
            System.err.println("Warming up, " + name + ": " + load.fault());
        }
    }
}
