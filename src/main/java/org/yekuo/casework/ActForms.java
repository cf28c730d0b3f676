package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.document.ServiceManner;
import org.yekuo.document.Signature;
import org.yekuo.form.Asked;

/** What is asked of whoever does an act on a case (操作表单): one record for each act, the same for the REST contract and the pages. */
public final class ActForms {

    private ActForms() {}

    /** 退回. */
    public record BackForm(
            @Asked(usedBy = "room:casework", maxLength = 60) String to, @Asked(usedBy = "room:casework", min = "0", max = "99") @Nullable Integer phase,
            @Asked(usedBy = "room:casework") Outcome.Cause cause, @Asked(usedBy = "room:casework", maxLength = 1000) String reason,
            @Asked(usedBy = "room:casework") List<String> fields) {}

    /** 中止:暂缓 or 停表. */
    public record SuspensionForm(
            @Asked(usedBy = "room:casework") Kind kind, @Asked(usedBy = "room:casework", maxLength = 60) String reason,
            @Asked(usedBy = "room:casework") @Nullable LocalDate fromDay, @Asked(usedBy = "room:casework") List<SuspendingCase.Proof> evidence) {
        public enum Kind { HOLD, PAUSE }
    }

    /** 撤回、终止. */
    public record EndingForm(@Asked(usedBy = "room:casework", maxLength = 60) String reason, @Asked(usedBy = "room:casework", maxLength = 1000) @Nullable String detail) {}

    /** 更正. */
    public record CorrectionForm(
            @Asked(usedBy = "room:casework") String field, @Asked(usedBy = "room:casework", maxLength = 2000) String value,
            @Asked(usedBy = "room:casework", maxLength = 500) String reason) {}

    /** 联系记录. */
    public record ContactForm(
            @Asked(usedBy = "room:casework") LoggingContact.Kind kind, @Asked(usedBy = "room:casework", maxLength = 2000) String text,
            @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String stage, @Asked(usedBy = "room:casework", min = "0", max = "99") @Nullable Integer phase,
            @Asked(usedBy = "room:casework") @Nullable LocalDate happenedOn, @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String lateBecause) {}

    /** A paper that follows. */
    public record PaperForm(
            @Asked(usedBy = {"rule:casework.paper-due", "stage:archive"}, maxLength = 40) String type, @Asked(usedBy = "room:document", maxLength = 60) @Nullable String number,
            @Asked(usedBy = "rule:casework.paper-due") @Nullable LocalDate validUntil, @Asked(usedBy = "stage:archive") boolean original,
            @Asked(usedBy = "stage:archive", min = "0", max = "99") @Nullable Integer copies, @Asked(usedBy = "room:document", maxLength = 64) @Nullable String fileId) {}

    /** 补交资料. */
    public record PapersForm(
            @Asked(usedBy = "rule:casework.paper-due") List<PaperForm> documents, @Asked(usedBy = "room:casework") @Nullable LocalDate happenedOn,
            @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String lateBecause) {}

    /** 确认代交资料. */
    public record ConfirmedForm(@Asked(usedBy = "rule:casework.confirmation-without-manner") ConfirmingPapers.Manner manner) {}

    /** 不予认可. */
    public record NotHersForm(
            @Asked(usedBy = "room:casework", maxLength = 500) String word, @Asked(usedBy = "rule:casework.confirmation-without-manner") ConfirmingPapers.Manner manner) {}

    /** 派工. */
    public record AssignmentForm(
            @Asked(usedBy = "room:casework", maxLength = 40) String staff, @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String stage,
            @Asked(usedBy = "room:casework", min = "0", max = "99") @Nullable Integer phase, @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String part) {}

    /** 补录审批. */
    public record DecisionForm(@Asked(usedBy = "room:casework") Boolean approved) {}

    /** 延期. */
    public record ExtensionForm(@Asked(usedBy = "room:casework", maxLength = 500) String reason) {}

    /** 延期说明. */
    public record ExplanationForm(@Asked(usedBy = "room:casework", maxLength = 1000) String why, @Asked(usedBy = "room:casework") LocalDate willBeDoneOn) {}

    /** 送达 in the same act. */
    public record Service(@Asked(usedBy = "room:document") ServiceManner manner, @Asked(usedBy = "room:document") @Nullable LocalDate on) {}

    /** Everything of a submission but the result, which has the shape of its stage. */
    public record Frame(
            @Asked(usedBy = "room:casework", min = "1", max = "9999") Integer round, @Asked(usedBy = "room:casework", min = "0", max = "99") @Nullable Integer phase,
            @Asked(usedBy = "room:casework") @Nullable LocalDate happenedOn, @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String lateBecause,
            @Asked(usedBy = "room:document") @Nullable Service service) {}

    /** 客户申请. */
    public record Request(
            @Asked(usedBy = "room:casework") @Nullable LocalDate happenedOn, @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String lateBecause,
            @Asked(usedBy = "room:casework") List<String> documents, @Asked(usedBy = "room:casework", min = "0", max = "99") @Nullable Integer phase) {}

    /** 会签意见. */
    public record PartOpinion(
            @Asked(usedBy = "room:casework", min = "1", max = "9999") Integer round, @Asked(usedBy = "room:casework", min = "0", max = "99") @Nullable Integer phase,
            @Asked(usedBy = "room:casework") Opinion opinion, @Asked(usedBy = "room:casework", maxLength = 2000) @Nullable String text,
            @Asked(usedBy = "room:casework") @Nullable LocalDate happenedOn, @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String lateBecause) {}

    /** 沿用原结果. */
    public record Confirmation(
            @Asked(usedBy = "room:casework", min = "1", max = "9999") Integer round, @Asked(usedBy = "room:casework", min = "0", max = "99") @Nullable Integer phase,
            @Asked(usedBy = "room:casework", maxLength = 500) String reason) {}

    /** 送达. */
    public record ServiceForm(
            @Asked(usedBy = "room:document") ServiceManner manner, @Asked(usedBy = "room:casework") @Nullable LocalDate happenedOn,
            @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String lateBecause) {}

    /**
     * 签收.
     *
     * @param drawing the stored picture of what the customer drew on the screen
     */
    public record SignatureForm(
            @Asked(usedBy = "room:document") Signature signature, @Asked(usedBy = "room:document", maxLength = 100) String signer,
            @Asked(usedBy = "room:document", when = "signature=REFUSED_BEFORE_WITNESSES") List<String> witnesses,
            @Asked(usedBy = "rule:document.drawing-missing", maxLength = 64, when = "signature=SCREEN") @Nullable String drawing) {}

    /** 绿色通道. */
    public record GreenForm(
            @Asked(usedBy = "rule:casework.no-such-reason", maxLength = 60) String reason,
            @Asked(usedBy = "room:casework", maxLength = 1000) @Nullable String note,
            @Asked(usedBy = "rule:casework.needs-evidence") List<SuspendingCase.Proof> evidence) {}

    /** 移交. */
    public record TransferForm(@Asked(usedBy = "room:casework", maxLength = 40) String to, @Asked(usedBy = "room:casework", maxLength = 500) String reason) {}

    /** 退回移交. */
    public record ReturnForm(@Asked(usedBy = "room:casework", maxLength = 500) String reason) {}
}
