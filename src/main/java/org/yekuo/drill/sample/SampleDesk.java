package org.yekuo.drill.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.Slot;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.EndingCase;
import org.yekuo.casework.EndingSuspension;
import org.yekuo.casework.GivingOpinion;
import org.yekuo.casework.LoggingContact;
import org.yekuo.casework.Opinion;
import org.yekuo.casework.Outcome;
import org.yekuo.casework.ProlongingLimit;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.RequestingStage;
import org.yekuo.casework.Said;
import org.yekuo.casework.SendingBack;
import org.yekuo.casework.ServingReceipt;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.StageWorks;
import org.yekuo.casework.Submission;
import org.yekuo.casework.SubmittingStage;
import org.yekuo.casework.SuspendingCase;
import org.yekuo.casework.TakingPapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.ServiceManner;
import org.yekuo.document.Signature;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.stage.acceptance.ApplicationForm;
import org.yekuo.stage.acceptance.Applied;
import org.yekuo.stage.acceptance.ApplyingForSupply;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.YekuoException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The desks of the sample province: every act through the use case everybody else goes through, by a person who may do it. What is refused is a bug of the
 * story, and says so.
 */
@Component
public class SampleDesk {

    private static final Actor READER = Actor.system("sample");

    private final Organisation organisation;
    private final BusinessClock clock;
    private final JsonMapper mapper;
    private final StageWorks works;
    private final ReadingCase reading;
    private final ApplyingForSupply applying;
    private final SubmittingStage submitting;
    private final GivingOpinion opining;
    private final RequestingStage requesting;
    private final ServingReceipt receipts;
    private final TakingPapers papers;
    private final LoggingContact logging;
    private final SuspendingCase suspending;
    private final EndingSuspension resuming;
    private final EndingCase ending;
    private final SendingBack sendingBack;
    private final ProlongingLimit limits;
    private final SpecialDesk special;
    private final FieldDesk field;

    SampleDesk(Organisation organisation, BusinessClock clock, JsonMapper mapper, StageWorks works, ReadingCase reading, ApplyingForSupply applying,
            SubmittingStage submitting, GivingOpinion opining, RequestingStage requesting, ServingReceipt receipts, TakingPapers papers, LoggingContact logging,
            SuspendingCase suspending, EndingSuspension resuming, EndingCase ending, SendingBack sendingBack, ProlongingLimit limits,
            SpecialDesk special, FieldDesk field) {
        this.organisation = organisation;
        this.clock = clock;
        this.mapper = mapper;
        this.works = works;
        this.reading = reading;
        this.applying = applying;
        this.submitting = submitting;
        this.opining = opining;
        this.requesting = requesting;
        this.receipts = receipts;
        this.papers = papers;
        this.logging = logging;
        this.suspending = suspending;
        this.resuming = resuming;
        this.ending = ending;
        this.sendingBack = sendingBack;
        this.limits = limits;
        this.special = special;
        this.field = field;
    }

    private static <T> T done(String what, Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(T value) -> value;
            case Answer.Refused<T>(var refusal) -> throw new YekuoException("drill.story-refused", what + " was refused: " + refusal.violations());
        };
    }

    private <T> T bound(String what, Object form, Class<T> type) {
        return switch (Forms.bind(mapper.valueToTree(form), type)) {
            case Bound.Read<T>(T value) -> value;
            case Bound.Faulty<T>(var violations) -> throw new YekuoException("drill.story-faulty", what + " is filled in wrongly: " + violations);
        };
    }

    private Actor holder(UnitCode unit, Role role) {
        return person(organisation.holders(unit, role, clock.today()).stream().findFirst()
                .orElseThrow(() -> new YekuoException("drill.story-nobody", "Nobody is " + role + " in " + unit + ".")));
    }

    private static Actor person(Staff staff) {
        return Actor.staff(staff.no(), staff.name());
    }

    private ReadingCase.Summary summary(CaseNo no) {
        return reading.summary(no, READER).orElseThrow(() -> new YekuoException("drill.story-lost", "There is no case " + no + "."));
    }

    /** The account manager of a case; before there is one, of its unit. */
    private Actor owner(CaseNo no) {
        var summary = summary(no);
        return Optional.ofNullable(summary.owner()).flatMap(organisation::staff).map(SampleDesk::person)
                .orElseGet(() -> holder(new UnitCode(summary.handledBy()), Role.ACCOUNT_MANAGER));
    }

    CaseNo apply(Map<String, Object> form) {
        var read = bound("The application", form, ApplicationForm.class);
        var hall = organisation.hall(read.hall()).orElseThrow();
        Applied applied = done("The application of " + read.applicant().name(), applying.apply(read, holder(hall.unit(), Role.SERVICE_REP)));
        // Who did not come to the counter gets the receipt as a text message.
        reading.receipts(applied.caseNo(), READER).orElseThrow().stream().filter(receipt -> !receipt.isServed()).forEach(receipt ->
                done("The service of a receipt", receipts.serve(applied.caseNo(), receipt.rno(), ServiceManner.SMS, Said.NOW, holder(hall.unit(), Role.SERVICE_REP))));
        return applied.caseNo();
    }

    /** Colleagues agree, then whoever leads closes the stage; a receipt is served at the counter in the same act. */
    void close(CaseNo no, String stage, Map<String, Object> result) {
        closeAs(no, stage, result, true);
    }

    void closeAs(CaseNo no, String stage, Map<String, Object> result, boolean served) {
        var run = live(no, stage);
        agree(no, run);
        var work = works.work(stage).orElseThrow();
        var typed = (StageResult) bound(stage, result, work.resultType());
        var lead = run.parts().stream().filter(part -> part.kind().equals("LEAD")).findFirst().orElseThrow();
        var service = served ? new Submission.Service(ServiceManner.COUNTER, null) : null;
        done(stage + " of " + no, submitting.submit(new Submission(no, stage, run.round(), run.phase(), typed, service, Said.NOW, who(lead))));
    }

    /** Colleagues' parts that are open, all agreed to. */
    void agree(CaseNo no, String stage) {
        agree(no, live(no, stage));
    }

    private void agree(CaseNo no, ReadingCase.Stage run) {
        run.parts().stream().filter(part -> part.kind().equals("COUNTERSIGN") && part.state().equals("OPEN")).forEach(part ->
                done(run.stage() + "." + part.part() + " of " + no,
                        opining.opine(no, run.stage(), run.phase(), part.part(), run.round(), Opinion.AGREE, "同意", Said.NOW, who(part))));
    }

    private Actor who(ReadingCase.Part part) {
        return Optional.ofNullable(part.assignee()).flatMap(organisation::staff).map(SampleDesk::person)
                .orElseGet(() -> holder(new UnitCode(part.unit()), Role.valueOf(part.role())));
    }

    private ReadingCase.Stage live(CaseNo no, String stage) {
        return reading.stages(no, READER).orElseThrow().stream().filter(run -> run.stage().equals(stage) && run.live() && run.state().equals("OPEN")).findFirst()
                .orElseThrow(() -> new YekuoException("drill.story-not-open", "The stage " + stage + " of " + no + " is not open; open are "
                        + summary(no).turns().stream().map(ReadingCase.Turn::stage).toList() + "."));
    }

    /** Two surveyors of the unit that handles a case. */
    List<String> surveyors(CaseNo no) {
        return organisation.holders(new UnitCode(summary(no).handledBy()), Role.SURVEYOR, clock.today()).stream().limit(2).map(Staff::no).toList().reversed();
    }

    /** Crews and outages, which stand before any tale begins. */
    void prepare(LocalDate today) {
        field.prepare(Place.all(), Place.CHANGFENG, today);
    }

    void agree(CaseNo no) {
        done("The customer's yes to a visit of " + no, field.agree(no));
    }

    void ask(CaseNo no, LocalDate first, LocalDate second) {
        done("The customer's wishes for " + no, field.ask(no, first, second));
    }

    /** Somebody of the role goes for a stage on a day. */
    void visit(CaseNo no, String stage, Role role, LocalDate day, Slot slot) {
        done("The visit for " + stage + " of " + no, field.place(no, stage, live(no, stage).phase(), staff(no, role).reversed(), day, slot, owner(no)));
    }

    List<String> staff(CaseNo no, Role role) {
        return organisation.holders(new UnitCode(summary(no).handledBy()), role, clock.today()).stream().limit(2).map(Staff::no).toList();
    }

    void request(CaseNo no, String stage, List<String> codes) {
        done("The request for " + stage + " of " + no, requesting.request(no, stage, null, codes, Said.NOW, owner(no)));
    }

    void hand(CaseNo no, List<String> codes) {
        done("The papers of " + no, papers.take(no, codes.stream().map(code -> new DocumentInput(code, code + "-1", null, true, 1, null)).toList(), Said.NOW, owner(no)));
    }

    void sign(CaseNo no, String kind, String signer) {
        done("The signature of " + kind, receipts.acknowledge(no, receipt(no, kind), Signature.PAPER, signer, List.of(), null, owner(no)));
    }

    private int receipt(CaseNo no, String kind) {
        return reading.receipts(no, READER).orElseThrow().stream().filter(one -> one.kind().equals(kind)).reduce((one, other) -> other).orElseThrow().rno();
    }

    void contact(CaseNo no, LoggingContact.Kind kind, String text, @Nullable String stage) {
        done("The note on " + no, logging.log(no, kind, text, stage, null, Said.NOW, owner(no)));
    }

    void suspend(CaseNo no, boolean hold, String reason) {
        done("The suspension of " + no, suspending.suspend(no, hold, reason, null,
                List.of(new SuspendingCase.Proof(SuspendingCase.Proof.Kind.CUSTOMER_LETTER, null, "客户来函")), owner(no)));
        var last = summary(no).suspensions().getLast();
        if (!last.counts()) {
            done("The confirmation of a suspension of " + no, resuming.confirm(no, last.n(), holder(new UnitCode(summary(no).handledBy()), Role.SERVICE_CENTRE_HEAD)));
        }
    }

    void resume(CaseNo no) {
        done("The end of a suspension of " + no, resuming.end(no, summary(no).suspensions().getLast().n(), owner(no)));
    }

    void withdraw(CaseNo no, String reason, String detail) {
        done("The withdrawal of " + no, ending.withdraw(no, reason, detail, owner(no)));
    }

    void terminate(CaseNo no, String reason, String detail) {
        done("The termination of " + no, ending.terminate(no, reason, detail, holder(new UnitCode(summary(no).handledBy()), Role.SERVICE_CENTRE_HEAD)));
    }

    void sendBack(CaseNo no, String to, String reason, List<String> fields) {
        done("Sending back " + no, sendingBack.sendBack(no, to, null, Outcome.Cause.COMPANY, reason, fields, owner(no)));
    }

    /** The green channel, granted by the head of the service centre. */
    void hurry(CaseNo no, String reason, String note) {
        done("The green channel of " + no, special.green(no, reason, note, holder(new UnitCode(summary(no).handledBy()), Role.SERVICE_CENTRE_HEAD)));
    }

    /** A linked case for so many households of a community, listed. */
    void households(CaseNo community, String address, int count) {
        var hall = organisation.hall(summary(community).acceptedByHall()).orElseThrow();
        var clerk = holder(hall.unit(), Role.SERVICE_REP);
        var batch = done("The households of " + community, special.open(community, clerk));
        done("The list of " + batch, special.list(batch, address, count, clerk));
    }

    /** The account a case opened. */
    String account(CaseNo no) {
        return special.account(no, summary(no).customerId());
    }

    void explain(CaseNo no, String limit, String why, LocalDate by) {
        done("The explanation for " + no, limits.explain(no, limit, why, by, owner(no)));
    }
}
