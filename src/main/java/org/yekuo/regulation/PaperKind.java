package org.yekuo.regulation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of letter (文书种类) the program can issue, and the stages whose results cause each; a kind without a stage is caused by an act on the
 * case. A pack words each in {@code letters/<kind>.html}; a receipt (回执) it names itself, in {@code letters/receipt-<kind>.html}.
 */
public enum PaperKind {
    /** 用电申请表(免填单). */
    APPLICATION_FORM("acceptance"),
    /** 资料接收单. */
    PAPERS_RECEIVED,
    /** 缺件通知书, 一次性告知. */
    DEFICIENCY_NOTICE("acceptance"),
    /** 现场勘查派工单. */
    DISPATCH_SHEET("dispatch"),
    /** 现场勘查工作单. */
    SURVEY_SHEET("survey"),
    /** 供电方案答复单. */
    PLAN_REPLY("plan-reply"),
    /** 业务费用缴纳通知单. */
    FEE_NOTICE("plan-reply"),
    /** 供电受限答复单. */
    CONSTRAINED_REPLY("constrained-reply"),
    /** 受电工程图纸审查意见单. */
    DESIGN_OPINION("design-review"),
    /** 受电工程缺陷整改通知单. */
    DEFECT_NOTICE("mid-inspection", "completion-inspection"),
    /** 隐蔽工程返工检查通知单. */
    REWORK_NOTICE("mid-inspection"),
    /** 中间检查意见单. */
    MID_INSPECTION_SHEET("mid-inspection"),
    /** 竣工检验意见单. */
    COMPLETION_INSPECTION_SHEET("completion-inspection"),
    /** 供用电合同. */
    SUPPLY_CONTRACT("contract"),
    /** 供用电合同附件(分期). */
    CONTRACT_ANNEX("contract-annex"),
    /** 电能计量装接单. */
    METER_SLIP("metering", "household-metering"),
    /** 户表清单确认单. */
    HOUSEHOLD_LIST("household-list"),
    /** 送电任务单. */
    ENERGISATION_SLIP("energisation"),
    /** 补办手续完成确认单. */
    FORMALITIES_COMPLETED("green-papers"),
    /** 业扩报装回访单. */
    CALLBACK_SHEET("callback"),
    /** 客户档案封面及目录. */
    ARCHIVE_COVER("archive"),
    /** 延期情况说明. */
    DELAY_EXPLANATION,
    /** 终止办理通知书. */
    TERMINATION_NOTICE;

    private static final String RECEIPT = "receipt-";

    private final List<String> stages;

    PaperKind(String... stages) {
        this.stages = List.of(stages);
    }

    /** Whether the result of this stage may cause it. */
    public boolean isCausedBy(String stage) {
        return stages.contains(stage);
    }

    /** Whether an act on the case causes it, under every procedure. */
    public boolean isCausedByAnAct() {
        return stages.isEmpty();
    }

    /** Whether it goes to the customer; the others are work sheets of the company (内部工作单). */
    public boolean isForCustomer() {
        return switch (this) {
            case DISPATCH_SHEET, SURVEY_SHEET, CALLBACK_SHEET, ARCHIVE_COVER -> false;
            case APPLICATION_FORM, PAPERS_RECEIVED, DEFICIENCY_NOTICE, PLAN_REPLY, FEE_NOTICE, CONSTRAINED_REPLY, DESIGN_OPINION, DEFECT_NOTICE, REWORK_NOTICE,
                 MID_INSPECTION_SHEET, COMPLETION_INSPECTION_SHEET, SUPPLY_CONTRACT, CONTRACT_ANNEX, METER_SLIP, HOUSEHOLD_LIST, ENERGISATION_SLIP,
                 FORMALITIES_COMPLETED, DELAY_EXPLANATION, TERMINATION_NOTICE -> true;
        };
    }

    /** The name of its template, without its ending: {@code plan-reply}. */
    public String template() {
        return template(name());
    }

    /** The name of the template of a kind of letter. */
    public static String template(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of the template of a kind of receipt: {@code receipt-acceptance}. */
    public static String receiptTemplate(String kind) {
        return RECEIPT + template(kind);
    }

    /** The kind of receipt this template words, if it is a receipt's. */
    public static Optional<String> ofReceiptTemplate(String template) {
        return template.startsWith(RECEIPT) ? Optional.of(template.substring(RECEIPT.length()).toUpperCase(Locale.ROOT).replace('-', '_')) : Optional.empty();
    }

    /** The kind this template words, if it is a letter's. */
    public static Optional<PaperKind> ofTemplate(String template) {
        for (var kind : values()) {
            if (kind.template().equals(template)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
