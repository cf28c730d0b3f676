package org.yekuo.stage.plan.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.Days;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageRefused;
import org.yekuo.casework.StageWork;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Standard;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.stage.plan.PlanFees;
import org.yekuo.stage.plan.PlanReply;
import org.yekuo.stage.plan.PlannedFee;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;

/** Replies to the customer with the approved plan (方案答复, 细则 2.5) and reserves the capacity it needs. */
@Component
class PlanReplyWork implements StageWork<PlanReply> {

    /** 供电营业规则(1996) 第十九条: within a month the customer may object. */
    private static final int OBJECTION_MONTHS = 1;

    /** 1 kV: below it a supply is a low-voltage one. */
    private static final BigDecimal LOW_VOLTAGE_ENDS = BigDecimal.ONE;

    private final CapacityHolds holds;
    private final SupplyPlanStore store;

    PlanReplyWork(CapacityHolds holds, SupplyPlanStore store) {
        this.holds = holds;
        this.store = store;
    }

    @Override
    public String key() {
        return "plan-reply";
    }

    @Override
    public Class<PlanReply> resultType() {
        return PlanReply.class;
    }

    @Override
    public List<Violation> check(CaseView view, PlanReply result) {
        var found = new ArrayList<>(NoDesignation.scan("note", result.note()));
        if (view.result("plan-draft", PlanDraft.class).isEmpty()) {
            found.add(Violation.of("plan.nothing-to-reply"));
        } else {
            found.addAll(holds.checkConfirm(view));
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, PlanReply result) {
        var draft = draft(view);
        var fees = PlanFees.of(view.pack(), view.facts(), draft, view.today());
        var content = content(view, result, draft, fees);
        var effects = Effects.passed().onReceipt(content).letter("PLAN_REPLY", content);
        return fees.isEmpty() ? effects : effects.letter("FEE_NOTICE", Map.of(
                "items", fees.stream().map(PlanReplyWork::line).toList(), "total", PlanFees.total(fees)));
    }

    private static Map<String, Object> content(CaseView view, PlanReply result, PlanDraft draft, List<PlannedFee> fees) {
        var application = view.application();
        var content = new TreeMap<String, Object>();
        content.put("customerName", application.customerName());
        content.put("address", application.address());
        content.put("nature", application.project().nature());
        content.put("importance", application.load().importance());
        content.put("class", view.facts().text("class").orElse(""));
        content.put("plan", draft);
        content.put("phases", draft.phasesOrNone());
        content.put("variant", draft.voltageKv().compareTo(LOW_VOLTAGE_ENDS) < 0 ? "low" : "high");
        content.put("fees", fees.stream().map(PlanReplyWork::line).toList());
        content.put("feeTotal", PlanFees.total(fees));
        content.put("issuedOn", view.today().toString());
        content.put("objectionUntil", Days.plusMonths(view.today(), OBJECTION_MONTHS).toString());
        validity(view, content);
        if (result.note() != null) {
            content.put("note", result.note());
        }
        return content;
    }

    private static Map<String, Object> line(PlannedFee fee) {
        return Map.of("code", fee.code(), "name", fee.name().zh(), "quantity", fee.quantity(), "amount", fee.amount(), "basis", fee.basis());
    }

    /** Until when the plan holds, or for how long from the signature, and how early more time is asked for. */
    private static void validity(CaseView view, Map<String, Object> content) {
        limit(view).ifPresent(row -> {
            content.put("validFor", row.amount() + " " + row.unit().text().zh());
            Optional.ofNullable(row.extension()).ifPresent(extension -> content.put("extendBeforeDays", extension.applyDaysBefore()));
        });
        validUntil(view).ifPresent(day -> content.put("validUntil", day.toString()));
    }

    private static Optional<LimitRow> limit(CaseView view) {
        return view.pack().limitFor("REPLY_VALIDITY", Standard.STATUTORY, view.facts());
    }

    /** Empty where the pack counts validity from something later than the issue, such as the customer's signature. */
    private static Optional<LocalDate> validUntil(CaseView view) {
        return limit(view)
                .filter(row -> row.starts().stream().noneMatch("plan-reply.acknowledged"::equals))
                .map(row -> end(row, view.today()));
    }

    private static LocalDate end(LimitRow row, LocalDate from) {
        return switch (row.unit()) {
            case YEAR -> Days.plusYears(from, row.amount());
            case MONTH -> Days.plusMonths(from, row.amount());
            case DAY -> from.plusDays(row.amount());
            case WORKING_DAY -> throw new YekuoException("plan.validity-in-working-days",
                    "The validity of a plan (" + row.id() + ") is counted in calendar time, not in working days.");
        };
    }

    private static PlanDraft draft(CaseView view) {
        return view.result("plan-draft", PlanDraft.class)
                .orElseThrow(() -> new YekuoException("plan.no-draft", "Case " + view.caseNo() + " replies with a plan it does not have."));
    }

    @Override
    public void record(CaseView view, PlanReply result) {
        var refused = holds.confirm(view);
        if (!refused.isEmpty()) {
            // Checked a moment ago; another case took the last of it in between, and the act is undone.
            throw new StageRefused(new Refusal(Refusal.Kind.CONFLICT, refused));
        }
        store.issue(view.caseNo(), view.today(), validUntil(view).orElse(null));
    }
}
