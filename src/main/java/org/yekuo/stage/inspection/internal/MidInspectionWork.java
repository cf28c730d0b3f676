package org.yekuo.stage.inspection.internal;

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
import org.yekuo.stage.inspection.Inspection.Conclusion;
import org.yekuo.stage.inspection.Licence;
import org.yekuo.stage.inspection.MidInspection;
import org.yekuo.vocabulary.Violation;

/** Inspects works before they are covered (中间检查, 细则 3.3; 供电营业规则(1996) 第四十二条). */
@Component
class MidInspectionWork implements StageWork<MidInspection>, SiteWork {

    private static final String KEY = "mid-inspection";

    private final RequestPapers requestPapers;
    private final Appointments appointments;

    MidInspectionWork(RequestPapers requestPapers, Appointments appointments) {
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
    public Class<MidInspection> resultType() {
        return MidInspection.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("items.item", Items.of(view, KEY).all(), "conclusion", List.of(Conclusion.values()), "contractor.classes", List.of(Licence.Work.values()));
    }

    @Override
    public List<Violation> checkRequest(CaseView view, List<String> papers) {
        return requestPapers.missing(view, KEY, papers);
    }

    @Override
    public List<Violation> check(CaseView view, MidInspection result) {
        if (result.coveredWorks()) {
            return covered(view, result);
        }
        var found = new ArrayList<>(InspectionCheck.check(view, result, Items.of(view, KEY)));
        if (result.conclusion() != Conclusion.CUSTOMER_NOT_READY && Items.licenceNeeded(view, KEY, "contractor")) {
            found.addAll(InspectionCheck.licence(view, result, "contractor", result.contractor(), Licence.Work.ERECT));
        }
        return found;
    }

    /** Nothing under the cover can be judged, so nothing is: it is to be laid open. */
    private static List<Violation> covered(CaseView view, MidInspection result) {
        var found = new ArrayList<>(InspectionCheck.visit(view, result));
        if (result.conclusion() == Conclusion.QUALIFIED) {
            found.add(Violation.at("conclusion", "inspection.covered-but-qualified"));
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, MidInspection result) {
        if (result.coveredWorks()) {
            var content = Notices.content(view, result, Items.of(view, KEY));
            content.put("covered", String.valueOf(result.covered()));
            return Effects.again("inspection.again-covered").letter("REWORK_NOTICE", content);
        }
        var content = Notices.content(view, result, Items.of(view, KEY));
        Notices.put(content, "contractor", result.contractor());
        return switch (result.conclusion()) {
            case QUALIFIED -> Effects.passed().letter("MID_INSPECTION_SHEET", content);
            case CUSTOMER_NOT_READY -> Effects.again("inspection.again-not-ready").letter("MID_INSPECTION_SHEET", content);
            case DEFECTS -> Effects.again("inspection.again-defects").letter("DEFECT_NOTICE", content)
                    .joiningEarlierRound(InspectionCheck.joinsEarlierRound(view.earlierRounds(MidInspection.class), result));
        };
    }

    @Override
    public void record(CaseView view, MidInspection result) {
        appointments.done(view, KEY);
    }
}
