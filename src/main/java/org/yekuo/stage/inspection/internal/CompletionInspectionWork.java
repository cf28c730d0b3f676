package org.yekuo.stage.inspection.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.Appointments;
import org.yekuo.appointment.SiteWork;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.organisation.Role;
import org.yekuo.stage.design.RequestPapers;
import org.yekuo.stage.inspection.CompletionInspection;
import org.yekuo.stage.inspection.Inspection.Conclusion;
import org.yekuo.stage.inspection.Licence;
import org.yekuo.stage.inspection.MidInspection;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;

/** Inspects the finished works (竣工检验, 细则 3.3; 供电营业规则(1996) 第四十三条). Other departments say what they saw in parts of their own. */
@Component
class CompletionInspectionWork implements StageWork<CompletionInspection>, SiteWork {

    private static final String KEY = "completion-inspection";

    private final RequestPapers requestPapers;
    private final Appointments appointments;

    CompletionInspectionWork(RequestPapers requestPapers, Appointments appointments) {
        this.requestPapers = requestPapers;
        this.appointments = appointments;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Role crew() {
        return Role.INSPECTOR;
    }

    @Override
    public Class<CompletionInspection> resultType() {
        return CompletionInspection.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("items.item", Items.of(view, KEY).all(), "conclusion", List.of(Conclusion.values()),
                "contractor.classes", List.of(Licence.Work.values()), "testUnit.classes", List.of(Licence.Work.values()));
    }

    @Override
    public List<Violation> checkRequest(CaseView view, List<String> papers) {
        return requestPapers.missing(view, KEY, papers);
    }

    @Override
    public List<Violation> check(CaseView view, CompletionInspection result) {
        var found = new ArrayList<>(InspectionCheck.check(view, result, Items.of(view, KEY)));
        if (result.conclusion() == Conclusion.CUSTOMER_NOT_READY) {
            return found;
        }
        var contractor = result.contractor() != null ? result.contractor()
                : view.result("mid-inspection", MidInspection.class).map(MidInspection::contractor).orElse(null);
        if (Items.licenceNeeded(view, KEY, "contractor")) {
            found.addAll(InspectionCheck.licence(view, result, "contractor", contractor, Licence.Work.ERECT));
        }
        if (Items.licenceNeeded(view, KEY, "testUnit")) {
            found.addAll(InspectionCheck.licence(view, result, "testUnit", result.testUnit(), Licence.Work.TEST));
        }
        if (result.conclusion() == Conclusion.QUALIFIED) {
            found.addAll(changes(result));
            found.addAll(installed(view, result));
        }
        return found;
    }

    /** 设计变更在复核前不得验收: the works are not what was reviewed. */
    private static List<Violation> changes(CompletionInspection result) {
        var found = new ArrayList<Violation>();
        for (int i = 0; i < result.changesOrNone().size(); i++) {
            var change = result.changesOrNone().get(i);
            if (!change.reviewed()) {
                found.add(Violation.at("designChanges[" + i + "].reviewNo", "inspection.design-change-unreviewed", change.what()));
            }
        }
        return found;
    }

    /** What stands there is what was planned; by phase, no more than the whole. */
    private static List<Violation> installed(CaseView view, CompletionInspection result) {
        var found = result.found();
        if (found == null) {
            return List.of(Violation.at("found", "inspection.nothing-measured"));
        }
        var plan = view.result("plan-draft", PlanDraft.class);
        var planned = plan.map(PlanDraft::transformersKva).orElse(BigDecimal.ZERO);
        boolean whole = plan.map(draft -> draft.phasesOrNone().isEmpty()).orElse(true);
        int more = found.installedKva().compareTo(planned);
        return planned.signum() > 0 && (more > 0 || more != 0 && whole)
                ? List.of(Violation.at("found.installedKva", "inspection.installed-differs", found.installedKva().toPlainString(), planned.toPlainString()))
                : List.of();
    }

    @Override
    public Effects apply(CaseView view, CompletionInspection result) {
        var content = Notices.content(view, result, Items.of(view, KEY));
        content.put("designChanges", result.changesOrNone());
        Notices.put(content, "contractor", result.contractor());
        Notices.put(content, "testUnit", result.testUnit());
        Notices.put(content, "found", result.found());
        return (switch (result.conclusion()) {
            case QUALIFIED -> Effects.passed().letter("COMPLETION_INSPECTION_SHEET", content);
            case CUSTOMER_NOT_READY -> Effects.again("inspection.again-not-ready").letter("COMPLETION_INSPECTION_SHEET", content);
            case DEFECTS -> Effects.again("inspection.again-defects").letter("DEFECT_NOTICE", content)
                    .joiningEarlierRound(InspectionCheck.joinsEarlierRound(view.earlierRounds(CompletionInspection.class), result));
        }).onReceipt(content);
    }

    @Override
    public void record(CaseView view, CompletionInspection result) {
        appointments.done(view, KEY);
    }
}
