package org.yekuo.web.acts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.ActForms;
import org.yekuo.casework.Acted;
import org.yekuo.casework.AnsweringTransfer;
import org.yekuo.casework.AssigningWork;
import org.yekuo.casework.ConfirmingPapers;
import org.yekuo.casework.CorrectingCase;
import org.yekuo.casework.DecidingLateEntry;
import org.yekuo.casework.EndingCase;
import org.yekuo.casework.EndingSuspension;
import org.yekuo.casework.GrantingGreenChannel;
import org.yekuo.casework.LoggingContact;
import org.yekuo.casework.ProlongingLimit;
import org.yekuo.casework.RequestingStage;
import org.yekuo.casework.Said;
import org.yekuo.casework.SendingBack;
import org.yekuo.casework.ServingReceipt;
import org.yekuo.casework.SuspendingCase;
import org.yekuo.casework.TakingPapers;
import org.yekuo.casework.TransferringCase;
import org.yekuo.document.DocumentInput;
import org.yekuo.supervision.SupervisingCase;
import org.yekuo.supervision.SupervisionForms;
import org.yekuo.supervision.UrgingWork;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;

/** The acts on a case that have a page of their own (操作), each with its form and the use case that does it. */
@Component
public class CaseActs {

    /** Asks nothing but whether it is meant. */
    public record Nothing() {}

    /** Does an act; {@code of} is what of the case it is about: a stage, the number of a receipt or a suspension, a limit; else empty. */
    public interface Doing<T> {
        Answer<Acted> act(CaseNo no, String of, T said, Actor actor);
    }

    /**
     * One act.
     *
     * @param permission  what a person must be allowed
     * @param ofSomething whether it is about something of the case, so that it is offered beside that and not in the menu
     * @param rehearsed   whether it is shown what will become of the limits before it is confirmed
     */
    public record Act<T>(String key, CaseAct permission, Class<T> form, boolean ofSomething, boolean rehearsed, Doing<T> doing) {}

    private final Map<String, Act<?>> acts = new LinkedHashMap<>();

    CaseActs(LoggingContact logging, TakingPapers papers, ConfirmingPapers confirming, AssigningWork assigning, SendingBack sendingBack, SuspendingCase suspending, EndingSuspension suspensions,
            CorrectingCase correcting, TransferringCase transferring, AnsweringTransfer answering, GrantingGreenChannel granting, EndingCase ending,
            ServingReceipt serving, RequestingStage requesting, ProlongingLimit prolonging, DecidingLateEntry deciding, UrgingWork urging, SupervisingCase supervising) {
        plain("contact", CaseAct.LOG_CONTACT, ActForms.ContactForm.class, false, (no, of, said, actor) ->
                logging.log(no, said.kind(), said.text(), said.stage(), said.phase(), new Said(said.happenedOn(), said.lateBecause()), actor));
        plain("documents", CaseAct.HAND_IN_PAPERS, ActForms.PapersForm.class, false, (no, of, said, actor) ->
                papers.take(no, documents(said), new Said(said.happenedOn(), said.lateBecause()), actor));
        about("paper-confirmation", CaseAct.CONFIRM_PAPERS, ActForms.ConfirmedForm.class, (no, of, said, actor) -> confirming.confirm(no, List.of(number(of)), said.manner(), actor));
        about("paper-refusal", CaseAct.CONFIRM_PAPERS, ActForms.NotHersForm.class, (no, of, said, actor) -> confirming.refuse(no, number(of), said.word(), said.manner(), actor));
        plain("correction", CaseAct.CORRECT, ActForms.CorrectionForm.class, true, (no, of, said, actor) -> correcting.correct(no, said.field(), said.value(), said.reason(), actor));
        plain("assignment", CaseAct.ASSIGN, ActForms.AssignmentForm.class, false, (no, of, said, actor) ->
                assigning.assign(no, said.stage(), said.phase(), said.part(), said.staff(), actor));
        plain("transfer", CaseAct.TRANSFER, ActForms.TransferForm.class, true, (no, of, said, actor) -> transferring.transfer(no, said.to(), said.reason(), actor));
        plain("suspension", CaseAct.SUSPEND, ActForms.SuspensionForm.class, true, (no, of, said, actor) ->
                suspending.suspend(no, said.kind() == ActForms.SuspensionForm.Kind.HOLD, said.reason(), said.fromDay(), said.evidence(), actor));
        plain("send-back", CaseAct.SEND_BACK, ActForms.BackForm.class, true, (no, of, said, actor) ->
                sendingBack.sendBack(no, said.to(), said.phase(), said.cause(), said.reason(), said.fields(), actor));
        plain("green-channel", CaseAct.SEND_BACK, ActForms.GreenForm.class, true, (no, of, said, actor) ->
                granting.grant(no, said.reason(), said.note(), said.evidence(), actor));
        plain("withdrawal", CaseAct.WITHDRAW, ActForms.EndingForm.class, true, (no, of, said, actor) -> ending.withdraw(no, said.reason(), said.detail(), actor));
        plain("termination", CaseAct.TERMINATE, ActForms.EndingForm.class, true, (no, of, said, actor) -> ending.terminate(no, said.reason(), said.detail(), actor));
        about("service", CaseAct.SERVE, ActForms.ServiceForm.class, (no, of, said, actor) ->
                serving.serve(no, number(of), said.manner(), new Said(said.happenedOn(), said.lateBecause()), actor));
        about("acknowledgement", CaseAct.ACKNOWLEDGE, ActForms.SignatureForm.class, (no, of, said, actor) ->
                serving.acknowledge(no, number(of), said.signature(), said.signer(), said.witnesses(), said.drawing(), actor));
        about("request", CaseAct.REQUEST, ActForms.Request.class, (no, of, said, actor) ->
                requesting.request(no, of, said.phase(), said.documents(), new Said(said.happenedOn(), said.lateBecause()), actor));
        about("resumption", CaseAct.RESUME, Nothing.class, (no, of, said, actor) -> suspensions.end(no, number(of), actor));
        about("suspension-confirmation", CaseAct.CONFIRM_SUSPENSION, Nothing.class, (no, of, said, actor) -> suspensions.confirm(no, number(of), actor));
        about("late-entry", CaseAct.DECIDE_LATE_ENTRY, ActForms.DecisionForm.class, (no, of, said, actor) -> deciding.decide(no, number(of), said.approved(), actor));
        about("extension", CaseAct.EXTEND_LIMIT, ActForms.ExtensionForm.class, (no, of, said, actor) -> prolonging.extend(no, of, said.reason(), actor));
        about("explanation", CaseAct.EXPLAIN_DELAY, ActForms.ExplanationForm.class, (no, of, said, actor) -> prolonging.explain(no, of, said.why(), said.willBeDoneOn(), actor));
        about("transfer-acceptance", CaseAct.ANSWER_TRANSFER, Nothing.class, (no, of, said, actor) -> answering.take(no, number(of), actor));
        about("urging", CaseAct.URGE, SupervisionForms.UrgeForm.class, (no, of, said, actor) -> urging.urge(no, of, said.said(), actor));
        about("urging-answer", CaseAct.ANSWER_URGING, SupervisionForms.UrgeAnswerForm.class, (no, of, said, actor) -> urging.answer(no, number(of), said.answer(), actor));
        about("supervision", CaseAct.SUPERVISE, SupervisionForms.SuperviseForm.class, (no, of, said, actor) -> supervising.open(no, of, said.demand(), said.answerInDays(), actor));
        about("supervision-answer", CaseAct.ANSWER_SUPERVISION, SupervisionForms.MeasuresForm.class, (no, of, said, actor) -> supervising.answer(no, number(of), said.measures(), actor));
        about("supervision-closing", CaseAct.SUPERVISE, SupervisionForms.ClosingForm.class, (no, of, said, actor) -> supervising.close(no, number(of), said.remark(), actor));
        about("transfer-return", CaseAct.ANSWER_TRANSFER, ActForms.ReturnForm.class, (no, of, said, actor) -> answering.giveBack(no, number(of), said.reason(), actor));
    }

    public Optional<Act<?>> act(String key) {
        return Optional.ofNullable(acts.get(key));
    }

    /** Those offered for the case as a whole, in the order of the menu. */
    public List<Act<?>> menu() {
        return acts.values().stream().filter(act -> !act.ofSomething()).toList();
    }

    private <T> void plain(String key, CaseAct permission, Class<T> form, boolean rehearsed, Doing<T> doing) {
        acts.put(key, new Act<>(key, permission, form, false, rehearsed, doing));
    }

    private <T> void about(String key, CaseAct permission, Class<T> form, Doing<T> doing) {
        acts.put(key, new Act<>(key, permission, form, true, form == Nothing.class, doing));
    }

    private static List<DocumentInput> documents(ActForms.PapersForm said) {
        return said.documents().stream().map(paper -> new DocumentInput(paper.type(), paper.number(), paper.validUntil(), paper.original(),
                paper.copies() == null ? 1 : paper.copies(), paper.fileId())).toList();
    }

    /** The number of something of the case; one that is none finds nothing. */
    private static int number(String of) {
        try {
            return Integer.parseInt(of);
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }
}
