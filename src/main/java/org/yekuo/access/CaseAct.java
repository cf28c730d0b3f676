package org.yekuo.access;

import org.yekuo.vocabulary.Text;

/** An act on a case as a whole; what a person may do in a stage is decided by the role of its part instead. */
public enum CaseAct {
    REGISTER("受理登记", "register a case"),
    REQUEST("代客户提出申请", "request for the customer"),
    SEND_BACK("退回", "send back"),
    SUSPEND("中止", "suspend"),
    CONFIRM_SUSPENSION("确认中止", "confirm a suspension"),
    RESUME("恢复", "resume"),
    WITHDRAW("撤回", "withdraw"),
    TERMINATE("终止", "terminate"),
    CORRECT("更正", "correct"),
    LOG_CONTACT("登记联系记录", "log a contact"),
    HAND_IN_PAPERS("补交资料", "hand in papers"),
    CONFIRM_PAPERS("确认代交资料", "confirm papers an agent brought"),
    SERVE("送达", "serve a receipt"),
    ACKNOWLEDGE("登记签收", "record a signature"),
    ASSIGN("派工", "assign"),
    DECIDE_LATE_ENTRY("审批补录", "decide a late entry"),
    EXTEND_LIMIT("延期", "extend a validity"),
    EXPLAIN_DELAY("延期说明", "explain a delay"),
    TRANSFER("移交", "transfer"),
    TEMPORARY_SUPPLY("临时用电到期处理", "deal with a temporary supply"),
    ANSWER_TRANSFER("接收或退回移交", "answer a transfer"),
    APPOINT("安排上门", "arrange a visit"),
    ANSWER_APPOINTMENT("答复上门时间", "answer an appointment"),
    EXPORT_FILE("导出档案", "export the file"),
    URGE("催办", "urge"),
    ANSWER_URGING("答复催办", "answer an urging"),
    SUPERVISE("督办", "supervise"),
    ANSWER_SUPERVISION("答复督办", "answer a supervision"),
    IMPORT("接管旧系统在途件", "take over cases of an old system");

    private final Text text;

    CaseAct(String zh, String en) {
        this.text = new Text(zh, en);
    }

    public Text text() {
        return text;
    }

    public String zh() {
        return text.zh();
    }
}
