package org.yekuo.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yekuo.casework.StageResult;
import org.yekuo.stage.acceptance.Acceptance;
import org.yekuo.stage.afterwards.BroughtAfterwards;
import org.yekuo.stage.archive.Archived;
import org.yekuo.stage.billing.BillingSetUp;
import org.yekuo.stage.callback.CalledBack;
import org.yekuo.stage.contract.AnnexSigned;
import org.yekuo.stage.contract.ContractSigned;
import org.yekuo.stage.design.DesignReview;
import org.yekuo.stage.energisation.Energised;
import org.yekuo.stage.fee.FeePaid;
import org.yekuo.stage.gridworks.GridWorksDone;
import org.yekuo.stage.household.HouseholdsBilled;
import org.yekuo.stage.household.HouseholdsEnergised;
import org.yekuo.stage.household.HouseholdsListed;
import org.yekuo.stage.household.HouseholdsMetered;
import org.yekuo.stage.inspection.CompletionInspection;
import org.yekuo.stage.inspection.MidInspection;
import org.yekuo.stage.metering.MeteringInstalled;
import org.yekuo.stage.plan.ConstrainedReply;
import org.yekuo.stage.plan.PlanApproval;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.stage.plan.PlanReply;
import org.yekuo.stage.plan.Relief;
import org.yekuo.stage.survey.Dispatch;
import org.yekuo.stage.survey.Survey;

/** The form of every stage, in the order of the procedures. */
final class StageForms {

    static final Map<String, Class<? extends StageResult>> ALL = all();

    private StageForms() {}

    private static Map<String, Class<? extends StageResult>> all() {
        var forms = new LinkedHashMap<String, Class<? extends StageResult>>();
        forms.put("acceptance", Acceptance.class);
        forms.put("dispatch", Dispatch.class);
        forms.put("survey", Survey.class);
        forms.put("constrained-reply", ConstrainedReply.class);
        forms.put("relief", Relief.class);
        forms.put("plan-draft", PlanDraft.class);
        forms.put("plan-approval", PlanApproval.class);
        forms.put("plan-reply", PlanReply.class);
        forms.put("fee", FeePaid.class);
        forms.put("grid-works", GridWorksDone.class);
        forms.put("design-review", DesignReview.class);
        forms.put("mid-inspection", MidInspection.class);
        forms.put("completion-inspection", CompletionInspection.class);
        forms.put("contract", ContractSigned.class);
        forms.put("contract-annex", AnnexSigned.class);
        forms.put("metering", MeteringInstalled.class);
        forms.put("energisation", Energised.class);
        forms.put("billing", BillingSetUp.class);
        forms.put("household-list", HouseholdsListed.class);
        forms.put("household-metering", HouseholdsMetered.class);
        forms.put("household-energisation", HouseholdsEnergised.class);
        forms.put("household-billing", HouseholdsBilled.class);
        forms.put("callback", CalledBack.class);
        forms.put("green-papers", BroughtAfterwards.class);
        forms.put("archive", Archived.class);
        return forms;
    }
}
