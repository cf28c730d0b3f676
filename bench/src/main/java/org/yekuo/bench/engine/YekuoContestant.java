package org.yekuo.bench.engine;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yekuo.bench.CountingSource;
import org.yekuo.bench.Program;
import org.yekuo.calendar.MovableClock;
import org.yekuo.casework.GivingOpinion;
import org.yekuo.casework.Opinion;
import org.yekuo.casework.RequestingStage;
import org.yekuo.casework.Said;
import org.yekuo.casework.ServingReceipt;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.StageWorks;
import org.yekuo.casework.Submission;
import org.yekuo.casework.SubmittingStage;
import org.yekuo.document.ServiceManner;
import org.yekuo.document.Signature;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.organisation.Organisation;
import org.yekuo.stage.acceptance.ApplicationForm;
import org.yekuo.stage.acceptance.ApplyingForSupply;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import tools.jackson.databind.json.JsonMapper;

/** The program's own use cases, with every check, limit, ledger entry, receipt and message, and its dispatcher running beside. */
final class YekuoContestant implements Contestant {

    /** Transformer areas beside the sample's, so that cases meet on one as rarely as they do in a county. */
    private static final List<String> AREAS = IntStream.range(0, 64).mapToObj("L340121X%02d"::formatted).toList();

    private final Program program;
    private final JsonMapper mapper;
    private final StageWorks works;
    private final Organisation organisation;
    private final ApplyingForSupply applying;
    private final SubmittingStage submitting;
    private final GivingOpinion opining;
    private final RequestingStage requesting;
    private final ServingReceipt receipts;
    private final AtomicInteger cases = new AtomicInteger();

    YekuoContestant(Program program) throws java.sql.SQLException {
        this.program = program;
        this.mapper = program.bean(JsonMapper.class);
        this.works = program.bean(StageWorks.class);
        this.organisation = program.bean(Organisation.class);
        this.applying = program.bean(ApplyingForSupply.class);
        this.submitting = program.bean(SubmittingStage.class);
        this.opining = program.bean(GivingOpinion.class);
        this.requesting = program.bean(RequestingStage.class);
        this.receipts = program.bean(ServingReceipt.class);
        var clock = program.bean(MovableClock.class);
        clock.moveTo(Papers.DAY.atTime(LocalTime.of(9, 30)).atZone(clock.zone()).toInstant());
        layAreas(program.database());
    }

    private static void layAreas(Program.Database database) throws java.sql.SQLException {
        for (var area : AREAS) {
            database.run("""
                    insert into feeder (unit, code, operator, name, substation, voltage_kv)
                      select unit, '%1$s', operator, '实测%1$s台区', substation, voltage_kv from feeder where code = 'L34012107'""".formatted(area), """
                    insert into available_capacity (unit, feeder, month, kva, declared_at, declared_by)
                      select unit, '%1$s', month, 90000000, declared_at, declared_by from available_capacity where feeder = 'L34012107'""".formatted(area));
        }
    }

    @Override
    public String name() {
        return "Yekuo";
    }

    @Override
    public String schema() {
        return "public";
    }

    @Override
    public CountingSource counter() {
        return program.counter();
    }

    @Override
    public void carry(Clerk clerk) {
        long n = Papers.unique();
        var area = AREAS.get(cases.getAndIncrement() % AREAS.size());
        var no = new CaseNo[1];
        clerk.does(() -> no[0] = done(applying.apply(bound(Papers.of("acceptance", n, area, Papers.DAY), ApplicationForm.class), staff("kf1"))).caseNo());
        close(clerk, no[0], "dispatch", "zz1", n, area, null);
        close(clerk, no[0], "survey", "kc1", n, area, null);
        close(clerk, no[0], "plan_draft", "kc1", n, area, null);
        var counter = new Submission.Service(ServiceManner.COUNTER, null);
        close(clerk, no[0], "plan_reply", "jl1", n, area, counter);
        // Receipts are numbered by case: the acceptance is the first, the reply the second.
        clerk.does(() -> done(receipts.acknowledge(no[0], 2, Signature.PAPER, "王小明", List.of(), null, staff("kf1"))));
        opine(clerk, no[0], "contract", "draft", "jl1");
        close(clerk, no[0], "contract", "jl1", n, area, null);
        clerk.does(() -> done(requesting.request(no[0], "completion-inspection", null, List.of("CONTRACTOR_LICENCE", "COMPLETION_REPORT"), Said.NOW, staff("kf1"))));
        opine(clerk, no[0], "completion-inspection", "metering", "zj1");
        close(clerk, no[0], "completion_inspection", "jc1", n, area, counter);
        opine(clerk, no[0], "metering", "issue", "zc1");
        opine(clerk, no[0], "metering", "verify", "jd1");
        close(clerk, no[0], "metering", "zj1", n, area, null);
        close(clerk, no[0], "energisation", "zj1", n, area, null);
        close(clerk, no[0], "callback", "hf1", n, area, null);
        opine(clerk, no[0], "billing", "reading", "cb1");
        close(clerk, no[0], "billing", "df1", n, area, null);
        close(clerk, no[0], "archive", "da1", n, area, null);
    }

    private void close(Clerk clerk, CaseNo no, String act, String who, long n, String area, Submission.@Nullable Service service) {
        var stage = act.replace('_', '-');
        clerk.does(() -> {
            var result = (StageResult) bound(Papers.of(act, n, area, Papers.DAY), works.work(stage).orElseThrow().resultType());
            done(submitting.submit(new Submission(no, stage, 1, null, result, service, Said.NOW, staff(who))));
        });
    }

    private void opine(Clerk clerk, CaseNo no, String stage, String part, String who) {
        clerk.does(() -> done(opining.opine(no, stage, null, part, 1, Opinion.AGREE, "经办意见", Said.NOW, staff(who))));
    }

    private Actor staff(String who) {
        return organisation.staff("340121-" + who).map(person -> Actor.staff(person.no(), person.name())).orElseThrow();
    }

    private <T> T bound(Map<String, Object> form, Class<T> type) {
        return switch (Forms.bind(mapper.valueToTree(form), type)) {
            case Bound.Read<T>(T value) -> value;
            case Bound.Faulty<T>(var violations) -> throw new IllegalStateException(violations.toString());
        };
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T>(var refusal) -> throw new IllegalStateException(refusal.toString());
        };
    }

    @Override
    public void close() {
        program.close();
    }
}
