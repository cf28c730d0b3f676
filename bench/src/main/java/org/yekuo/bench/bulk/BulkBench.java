package org.yekuo.bench.bulk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.RecountingLimits;
import org.yekuo.stage.acceptance.TakingOver;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import tools.jackson.databind.json.JsonMapper;

/** Histories taken over with their ledger, all running limits reckoned anew after a day was published, rows exported. */
public final class BulkBench {

    private final Options options;
    private final Report report = new Report("bulk");

    public BulkBench(Options options) {
        this.options = options;
    }

    public void run() throws Exception {
        try (var program = Program.fresh(Path.of(options.text("data-dir", "data/bench-bulk")))) {
            StoppedCases.carry(program, 1, 8, 3);
            try (var connection = program.database().connect()) {
                report.conditions(Conditions.of(connection));
            }
            takeOver(program);
            recount(program);
            report.note("Export of rows: the program has no export of cases yet beside the lists of households and of risks; nothing is measured.");
        }
        report.publish(options.is("write"));
    }

    private void takeOver(Program program) throws Exception {
        int cases = options.number("cases", 20_000);
        var takingOver = program.bean(TakingOver.class);
        var mapper = program.bean(JsonMapper.class);
        var importer = Actor.staff("3401-gl1", "实测员");
        var table = report.table("Open cases taken over, history and ledger played", "threads", "cases", "refused", "seconds", "cases/s", "ledger entries", "minutes for a million");
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
                            System.err.println("Refused: " + result.violations());
                        }
                    }
                }));
            }
            for (var worker : workers) {
                worker.join();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            table.row(threads, cases, refused.get(), seconds, cases / seconds, program.database().number("select count(*) from case_event") - before, 1_000_000 / (cases / seconds) / 60);
        }
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
        program.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            if (calendars.publish(new CalendarChange.Day(day, new Notice(today.getYear(), "关于暴雪期间停工的通知", Optional.of("皖政办明电〔2008〕1号")))) instanceof Answer.Refused<?>(var refusal)) {
                throw new IllegalStateException(refusal.toString());
            }
            recounting.begin();
        });
        long began = System.nanoTime();
        int done = 0;
        for (int some = recounting.run(10_000); some > 0; some = recounting.run(10_000)) {
            done += some;
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        var latest = recounting.progress().getFirst();
        var table = report.table("All running limits reckoned anew after a day was made a day of rest", "cases", "seconds", "cases/s", "limits moved", "parts moved");
        table.row(latest.cases(), took.toMillis() / 1e3, done / (took.toMillis() / 1e3), latest.limitsMoved(), latest.partsMoved());
    }
}
