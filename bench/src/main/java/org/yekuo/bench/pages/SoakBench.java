package org.yekuo.bench.pages;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.yekuo.bench.Conditions;
import org.yekuo.bench.Options;
import org.yekuo.bench.Program;
import org.yekuo.bench.Report;
import org.yekuo.bench.engine.StoppedCases;
import org.yekuo.bench.http.Browser;
import org.yekuo.bench.http.Load;
import org.yekuo.bench.http.Server;

/** Readers and writers for a long time: whether anything grows that should not. */
public final class SoakBench {

    private final Options options;
    private final Report report = new Report("soak");

    public SoakBench(Options options) {
        this.options = options;
    }

    public void run() throws Exception {
        var dataDir = Path.of(options.text("data-dir", "data/bench-soak"));
        var length = options.time("for", "30m");
        int looks = options.number("looks", 10);
        try (var program = Program.fresh(dataDir)) {
            StoppedCases.carry(program, 1, 18, 2);
        }
        try (var server = Server.start(dataDir, options.text("server-heap", "512m"))) {
            try (var connection = server.database().connect()) {
                report.conditions(Conditions.of(connection));
            }
            report.condition("load", "%d users, two of seven requests write; heap of the program %s".formatted(options.number("users", 8), options.text("server-heap", "512m")));
            var table = report.table("What it holds, look by look", "after s", "heap after a collection, MB", "process, MB", "open files", "connections", "dead rows, % of live", "requests/s", "p95 ms", "failed");
            var fresh = new ConcurrentLinkedQueue<String>();
            long began = System.nanoTime();
            for (int look = 0; look < looks; look++) {
                var load = mixed(server, length.dividedBy(looks), fresh);
                table.row((System.nanoTime() - began) / 1_000_000_000, server.heapMegabytes(), server.residentMegabytes(), server.openFiles(),
                        server.database().number("select count(*) from pg_stat_activity where datname = current_database()"), dead(server), load.perSecond(), load.milliseconds(95), load.failed());
                System.out.printf("look %d: %.0f requests/s, %d failed%n", look + 1, load.perSecond(), load.failed());
                if (load.failed() > 0) {
                    report.note("Look %d: the first of %d failed by \"%s\".".formatted(look + 1, load.failed(), load.fault()));
                }
            }
            var complaints = server.complaints();
            report.condition("lines the program logged above INFO", complaints.size());
            complaints.stream().limit(10).forEach(line -> report.note("`" + line.replace('`', '\'') + "`"));
        }
        report.publish(options.is("write"));
    }

    private static double dead(Server server) throws SQLException {
        return server.database().number("select coalesce(100 * 100 * sum(n_dead_tup) / nullif(sum(n_live_tup), 0), 0)::bigint from pg_stat_user_tables") / 100.0;
    }

    private Load mixed(Server server, Duration length, ConcurrentLinkedQueue<String> fresh) throws Exception {
        var counter = new Clerk(server.port(), "cf.kf1");
        var specialist = new Clerk(server.port(), "cf.zz1");
        return Load.of(options.number("users", 8), length, user -> {
            var browser = new Browser(server.port()).session(counter.token());
            return () -> {
                switch (ThreadLocalRandom.current().nextInt(7)) {
                    case 0 -> fresh.add(counter.apply());
                    case 1 -> Optional.ofNullable(fresh.poll()).ifPresent(specialist::dispatch);
                    case 2 -> browser.page("/open/regulation", "id=\"limits\"");
                    case 3 -> browser.page("/work/intake", "id=\"live\"");
                    case 4 -> Optional.ofNullable(fresh.peek()).ifPresent(no -> browser.page("/work/cases/" + no, no + "/papers/receipts/1"));
                    case 5 -> Optional.ofNullable(fresh.peek()).ifPresent(no -> browser.page("/work/cases/" + no + "/papers/receipts/1", "%PDF-1"));
                    default -> browser.page("/work", "id=\"list\"");
                }
            };
        });
    }
}
