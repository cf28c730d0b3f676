package org.yekuo.bench.pages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.yekuo.bench.Conditions;
import org.yekuo.bench.Options;
import org.yekuo.bench.Program;
import org.yekuo.bench.Report;
import org.yekuo.bench.engine.StoppedCases;
import org.yekuo.bench.http.Browser;
import org.yekuo.bench.http.Load;
import org.yekuo.bench.http.Server;

/** Receipts issued in real cases, each asked for once and so set, sealed and kept by the program; whether its memory grows with them. */
public final class ReceiptsBench {

    /** Acts of a case after which it has issued nearly all it issues. */
    private static final int ACTS = 18;

    private final Options options;
    private final Report report = new Report("receipts");

    public ReceiptsBench(Options options) {
        this.options = options;
    }

    public void run() throws Exception {
        var dataDir = Path.of(options.text("data-dir", "data/bench-receipts"));
        int receipts = options.number("receipts", 2_000);
        // Without its chores the program leaves papers to whoever asks.
        try (var program = Program.fresh(dataDir, "--yekuo.chores=false")) {
            StoppedCases.carryUntil(program, ACTS, () -> program.database().number("select count(*) from paper_print where shelf = 'RECEIPT'") >= receipts);
        }
        try (var server = Server.start(dataDir, options.text("server-heap", "512m"), "--yekuo.chores=false")) {
            try (var connection = server.database().connect()) {
                report.conditions(Conditions.of(connection));
            }
            report.condition("reader", "one, each receipt once, through HTTP");
            report.condition("heap of the program", options.text("server-heap", "512m"));
            set(server, addresses(server, receipts));
            report.condition("warnings and errors the program logged", server.complaints().size());
        }
        report.publish(options.is("write"));
    }

    private static List<String> addresses(Server server, int receipts) throws java.sql.SQLException {
        var addresses = new ArrayList<String>();
        try (var connection = server.database().connect(); var rows = connection.createStatement().executeQuery(
                "select '/work/cases/' || case_no || '/papers/receipts/' || no from paper_print where shelf = 'RECEIPT' and file_id is null order by case_no, no limit " + receipts)) {
            while (rows.next()) {
                addresses.add(rows.getString(1));
            }
        }
        return addresses;
    }

    private void set(Server server, List<String> addresses) throws Exception {
        var table = report.table("Set and kept, 200 by 200", "receipts", "p50 ms", "p95 ms", "longest ms", "KB each", "failed", "heap after a collection, MB", "process, MB", "open files");
        var reader = new Browser(server.port()).session(new Clerk(server.port(), "cf.kf1").token());
        table.row(0, "", "", "", "", "", server.heapMegabytes(), server.residentMegabytes(), server.openFiles());
        for (int from = 0; from < addresses.size(); from += 200) {
            var some = addresses.subList(from, Math.min(addresses.size(), from + 200));
            var micros = new Histogram(3);
            long bytes = 0;
            int failed = 0;
            for (var address : some) {
                long begins = System.nanoTime();
                try {
                    bytes += reader.page(address, "%PDF-1").length();
                    micros.recordValue((System.nanoTime() - begins) / 1_000);
                } catch (Load.Fault wrong) {
                    report.note(failed++ == 0 ? wrong.getMessage() : "The same again.");
                }
            }
            table.row(from + some.size(), micros.getValueAtPercentile(50) / 1e3, micros.getValueAtPercentile(95) / 1e3, micros.getMaxValue() / 1e3, bytes / 1024 / some.size(), failed,
                    server.heapMegabytes(), server.residentMegabytes(), server.openFiles());
        }
        long kept = server.database().number("select count(*) from paper_print where file_id is not null");
        report.condition("kept at the end", kept);
    }
}
