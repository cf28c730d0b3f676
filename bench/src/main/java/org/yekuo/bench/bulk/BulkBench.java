package org.yekuo.bench.bulk;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.bench.Conditions;
import org.yekuo.bench.Options;
import org.yekuo.bench.Program;
import org.yekuo.bench.Report;
import org.yekuo.bench.engine.Papers;
import org.yekuo.bench.engine.StoppedCases;
import org.yekuo.bench.worklist.Province;
import org.yekuo.calendar.CalendarChange;
import org.yekuo.calendar.Notice;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.RecountingLimits;
import org.yekuo.casework.internal.ledger.Recounting;
import org.yekuo.stage.acceptance.ClosedCaseImport;
import org.yekuo.stage.acceptance.TakingOver;
import org.yekuo.stage.acceptance.TakingOverClosed;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import tools.jackson.databind.json.JsonMapper;

/** Histories taken over with their ledger; all running limits reckoned anew after a day was published. */
public final class BulkBench {

    private final Options options;
    private final Report report = new Report("bulk");

    public BulkBench(Options options) {
        this.options = options;
    }

    public void run() throws Exception {
        try (var program = Program.fresh(Path.of(options.text("data-dir", "data/bench-bulk")), "--yekuo.chores=false")) {
            StoppedCases.carry(program, 1, 8, 3);
            try (var connection = program.database().connect()) {
                report.conditions(Conditions.of(connection));
            }
            if (!options.is("only-history")) {
                takeOver(program);
            }
            history(program);
            if (!options.is("only-history")) {
                recount(program);
            }
        }
        report.publish(options.is("write"));
    }

    private void takeOver(Program program) throws Exception {
        int cases = options.number("cases", 20_000);
        var takingOver = program.bean(TakingOver.class);
        var mapper = program.bean(JsonMapper.class);
        var importer = Actor.staff("3401-gl1", "实测员");
        var table = report.table("Open cases taken over, history and ledger played", "threads", "cases", "refused", "seconds", "cases/s", "ledger entries/s", "minutes for a million, extrapolated");
        for (int threads : options.numbers("threads", "1,2,4")) {
            var left = new AtomicInteger(cases);
            var refused = new AtomicInteger();
            long before = program.database().number("select count(*) from case_event");
            long began = System.nanoTime();
            var workers = new ArrayList<Thread>();
            for (int i = 0; i < threads; i++) {
                workers.add(Thread.ofPlatform().start(() -> {
                    while (left.getAndDecrement() > 0) {
                        var result = takingOver.takeOver(mapper.valueToTree(history(Papers.unique())), false, importer);
                        if (result.outcome() != TakingOver.Outcome.IMPORTED && refused.getAndIncrement() == 0) {
                            report.note("The first refused: " + result.violations());
                        }
                    }
                }));
            }
            for (var worker : workers) {
                worker.join();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            double speed = (cases - refused.get()) / seconds;
            table.row(threads, cases, refused.get(), seconds, speed, (program.database().number("select count(*) from case_event") - before) / seconds, 1_000_000 / speed / 60);
            System.out.printf("%d threads: %.0f cases/s taken over%n", threads, speed);
        }
    }

    /** Closed cases, recorded as an old system's export says, through the use case the border calls. */
    private void history(Program program) throws Exception {
        int cases = options.number("history", 200_000);
        var takingOver = program.bean(TakingOverClosed.class);
        var importer = Actor.staff("3401-gl1", "实测员");
        if (!(takingOver.begin("bench.ndjson", false, importer) instanceof Answer.Done<ClosedCaseImport>(var begun))) {
            throw new IllegalStateException("The importer may not.");
        }
        long before = program.database().number("select count(*) from case_event");
        var ours = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long oursBefore = ours.getProcessCpuTime();
        double theirsBefore = databaseSeconds();
        long began = System.nanoTime();
        var done = takingOver.run(begun, new ClosedCaseStream(1, cases), importer);
        double seconds = (System.nanoTime() - began) / 1e9;
        double oursEach = (ours.getProcessCpuTime() - oursBefore) / 1e6 / Math.max(1, done.taken());
        double theirsEach = (databaseSeconds() - theirsBefore) * 1e3 / Math.max(1, done.taken());
        long entries = program.database().number("select count(*) from case_event") - before;
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000;
        double speed = done.taken() / seconds;
        report.table("Closed cases taken over", "cases", "refused", "seconds", "cases/s", "ledger entries a case", "ledger entries/s", "ms of processor a case, program", "of the database", "MB of heap after", "minutes for a million")
                .row(done.taken(), done.refused(), seconds, speed, (double) entries / Math.max(1, done.taken()), entries / seconds, oursEach, theirsEach, heap, 1_000_000 / speed / 60);
        if (done.refused() > 0) {
            report.note("The first refused: " + takingOver.refused(done, 0, 1));
        }
        report.condition("load of the machine behind the closed cases", ours.getSystemLoadAverage());
        System.out.printf("%d closed cases taken over, %.0f a second, %.1f entries each, %d refused; %.2f ms of processor each for the program, %.2f for the database; load %.1f%n", done.taken(), speed,
                (double) entries / Math.max(1, done.taken()), done.refused(), oursEach, theirsEach, ours.getSystemLoadAverage());
    }

    /** Processor time of the database's processes, seconds. */
    private double databaseSeconds() {
        var dir = Path.of(options.text("data-dir", "data/bench-bulk")).toAbsolutePath().normalize().toString();
        return ProcessHandle.allProcesses().filter(process -> process.info().commandLine().filter(line -> line.contains("postgres") && line.contains(dir)).isPresent())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants())).distinct()
                .mapToDouble(process -> process.info().totalCpuDuration().map(time -> time.toNanos() / 1e9).orElse(0.0)).sum();
    }

    /** A shop of the old system, its plan replied and signed: eight days of history. */
    private static Map<String, Object> history(long n) {
        var first = Papers.DAY.minusDays(15);
        var reply = closed("plan-reply", first.plusDays(7), Map.of());
        reply.put("receipt", Map.of("servedOn", first.plusDays(7).toString(), "manner", "COUNTER", "signedOn", first.plusDays(8).toString(), "signer", "王小明"));
        return Map.of("originalNo", "SG186-" + n, "originalSystem", "SG186", "acceptedOn", first.toString(), "owner", "340121-jl1",
                "application", Papers.of("acceptance", n, "L34012107", first),
                "stages", List.of(closed("dispatch", first.plusDays(1), Papers.of("dispatch", n, "", first.plusDays(1))),
                        closed("survey", first.plusDays(3), Papers.of("survey", n, "L340121X%02d".formatted(n % 64), first.plusDays(3))),
                        closed("plan-draft", first.plusDays(6), Papers.of("plan_draft", n, "L340121X%02d".formatted(n % 64), first.plusDays(6))), reply),
                "presentStages", List.of("completion-inspection"), "pauses", List.of());
    }

    private static Map<String, Object> closed(String stage, LocalDate day, Map<String, Object> result) {
        return new LinkedHashMap<>(Map.of("stage", stage, "closedOn", day.toString(), "result", result));
    }

    private void recount(Program program) throws Exception {
        var province = new Province(program.database());
        province.people();
        province.fill(options.number("open", 100_000), 3);
        var today = Papers.DAY.plusDays(options.number("after", 2));
        var calendars = program.bean(WorkCalendars.class);
        var recounting = program.bean(RecountingLimits.class);
        var day = PublishedYears.parse(today + ",REST,暴雪停工,snow").getFirst();
        var across = recounting.across(new WorkCalendar.Span(today, today));
        program.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            if (calendars.publish(new CalendarChange.Day(day, new Notice(today.getYear(), "关于暴雪期间停工的通知", Optional.of("皖政办明电〔2008〕1号")))) instanceof Answer.Refused<?>(var refusal)) {
                throw new IllegalStateException(refusal.toString());
            }
            recounting.begin();
        });
        // What the chore calls, without its pause of 15 seconds behind every 5 000.
        long began = System.nanoTime();
        while (recounting.run(5_000) > 0) {
            System.out.printf("%d cases reckoned anew%n", recounting.progress().getFirst().cases());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        var latest = recounting.progress().getFirst();
        var table = report.table("All running limits reckoned anew after a day was made a day of rest", "cases", "of them moved", "limits moved", "parts moved", "seconds", "cases/s", "finished");
        table.row(latest.cases(), program.database().number("select count(distinct (unit, case_no)) from case_event where body like '%%%s%%'".formatted(Recounting.CAUSE)),
                latest.limitsMoved(), latest.partsMoved(), seconds, latest.cases() / seconds, latest.finishedAt() != null);
        report.condition("cases in which something ran across the day", across.cases() + " with " + across.limits() + " limits");
        report.note("Reckoned by what the program's chore calls; the chore itself rests 15 s after every 5 000 cases. A case in which nothing runs across the day is passed by.");
    }
}
