package org.yekuo.bench.engine;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.yekuo.bench.Options;
import org.yekuo.bench.Program;
import org.yekuo.bench.Report;

/**
 * The same case, carried by four (and the bare SQL): first a few cases alone, to count statements, bytes of log and rows; then, warmed up, in rounds that take turns
 * (A B C D, then D C B A), so that what happens to the machine meanwhile happens to all.
 */
public final class EngineBench {

    /** Of each of the five, so that together they stay below the server's hundred connections. */
    private static final int POOL = 18;

    private final Options options;
    private final Report report = new Report("engine");

    public EngineBench(Options options) {
        this.options = options;
    }

    public void run() throws Exception {
        var threads = options.numbers("threads", "1,4,16");
        int pairs = options.number("pairs", 6);
        var length = options.time("for", "20s");
        var warmUp = options.time("warm-up", "30s");
        // Without chores: papers set beside would take their time from all, which the others have no part in.
        try (var program = Program.fresh(Path.of(options.text("data-dir", "data/bench-engine")), "--yekuo.database.pool-size=" + POOL, "--yekuo.chores=false")) {
            var database = program.database();
            try (var connection = database.connect()) {
                report.conditions(org.yekuo.bench.Conditions.of(connection));
            }
            report.condition("case", "%d acts, of which %d close a stage; %s".formatted(CaseShape.ACTS.size(), CaseShape.STAGES, "low-voltage-nonresident of anhui-2008"));
            report.condition("rounds", "%d of %d s for each, after %d s of warm-up for each; pool of %d".formatted(pairs, length.toSeconds(), warmUp.toSeconds(), POOL));
            var contestants = contestants(program);
            try {
                for (var contestant : contestants) {
                    Round.of(contestant, Math.min(4, threads.getLast()), warmUp);
                }
                for (int clerks : threads) {
                    timed(contestants, clerks, pairs, length);
                }
            } finally {
                contestants.reversed().stream().filter(one -> !(one instanceof YekuoContestant)).forEach(Contestant::close);
            }
        }
        report.note("An act is one person's: an application, a stage closed, an opinion, a signature, a request. For the engines it is one user task completed (the first: the instance started).");
        report.publish(options.is("write"));
    }

    private List<Contestant> contestants(Program program) throws Exception {
        int few = options.number("count", 20);
        var table = report.table("What one act costs (%d cases alone, one thread)".formatted(few), "", "SQL calls", "statements", "bytes of WAL", "rows kept for a case");
        var database = program.database();
        var all = new ArrayList<Contestant>();
        var yekuo = new YekuoContestant(program);
        all.add(yekuo);
        counted(yekuo, few, database, table);
        var seen = FloorContestant.Seen.of(database, few);
        if (options.is("texts")) {
            var texts = report.table("What Yekuo sends", "times an act", "statement");
            yekuo.counter().texts().entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(one -> texts.row(one.getValue() / (double) few / CaseShape.ACTS.size(), one.getKey().substring(0, Math.min(150, one.getKey().length()))));
        }
        var only = List.of(options.text("only", "flowable-audit,flowable-none,operaton,sql").split(","));
        if (only.contains("flowable-audit")) {
            all.add(new FlowableContestant(database, HistoryLevel.AUDIT, POOL));
        }
        if (only.contains("flowable-none")) {
            all.add(new FlowableContestant(database, HistoryLevel.NONE, POOL));
        }
        if (only.contains("operaton")) {
            all.add(new OperatonContestant(database, POOL));
        }
        if (only.contains("sql")) {
            all.add(new FloorContestant(database, seen, POOL));
        }
        for (var contestant : all.subList(1, all.size())) {
            counted(contestant, few, database, table);
        }
        return all;
    }

    /** The first cases fill caches and are not counted. */
    private static void counted(Contestant contestant, int cases, Program.Database database, Report.Table table) throws SQLException {
        for (int i = 0; i < 3 && !contestant.name().equals("Yekuo"); i++) {
            contestant.carry(Runnable::run);
        }
        long rows = rows(database, contestant.schema());
        long wal = database.wal();
        contestant.counter().start();
        for (int i = 0; i < cases; i++) {
            contestant.carry(Runnable::run);
        }
        contestant.counter().stop();
        double acts = (double) cases * CaseShape.ACTS.size();
        table.row(contestant.name(), contestant.counter().calls() / acts, contestant.counter().statements() / acts, (database.wal() - wal) / acts,
                (rows(database, contestant.schema()) - rows) / (double) cases);
    }

    private static long rows(Program.Database database, String schema) throws SQLException {
        return database.number("""
                select coalesce(sum((xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %%I.%%I', table_schema, table_name), false, true, '')))[1]::text::bigint), 0)
                from information_schema.tables where table_schema = '%s' and table_type = 'BASE TABLE'""".formatted(schema));
    }

    private void timed(List<Contestant> contestants, int clerks, int pairs, java.time.Duration length) throws Exception {
        var speeds = new LinkedHashMap<Contestant, List<Double>>();
        var times = new LinkedHashMap<Contestant, Histogram>();
        contestants.forEach(one -> speeds.put(one, new ArrayList<>()));
        contestants.forEach(one -> times.put(one, new Histogram(3)));
        for (int pair = 0; pair < pairs; pair++) {
            for (var contestant : pair % 2 == 0 ? contestants : contestants.reversed()) {
                var round = Round.of(contestant, clerks, length);
                speeds.get(contestant).add(round.actsPerSecond());
                times.get(contestant).add(round.micros());
                System.out.printf("%d threads, round %d: %s %.0f acts/s%n", clerks, pair + 1, contestant.name(), round.actsPerSecond());
            }
        }
        var ours = speeds.get(contestants.getFirst());
        var table = report.table(clerks + (clerks == 1 ? " thread" : " threads"), "", "acts/s", "stages/s", "p50 ms", "p95 ms", "p99 ms", "Yekuo is × as fast, pair by pair: median (least–most)");
        speeds.forEach((contestant, speed) -> {
            var ratios = new ArrayList<Double>();
            for (int i = 0; i < speed.size(); i++) {
                ratios.add(ours.get(i) / speed.get(i));
            }
            var histogram = times.get(contestant);
            table.row(contestant.name(), median(speed), median(speed) * CaseShape.STAGES / CaseShape.ACTS.size(), histogram.getValueAtPercentile(50) / 1e3,
                    histogram.getValueAtPercentile(95) / 1e3, histogram.getValueAtPercentile(99) / 1e3, contestant == contestants.getFirst() ? "1"
                            : "%.2f (%.2f–%.2f)".formatted(median(ratios), ratios.stream().min(Double::compare).orElseThrow(), ratios.stream().max(Double::compare).orElseThrow()));
        });
    }

    private static double median(List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
