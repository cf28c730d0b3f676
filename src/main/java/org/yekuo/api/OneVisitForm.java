package org.yekuo.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Submission;
import org.yekuo.casework.VisitingOnce;
import org.yekuo.document.ServiceManner;
import org.yekuo.form.Asked;
import org.yekuo.stage.contract.ContractSigned;
import org.yekuo.stage.energisation.Energised;
import org.yekuo.stage.metering.MeteringInstalled;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.stage.plan.PlanReply;
import org.yekuo.stage.survey.Survey;

/**
 * All results of one visit at low voltage (一次上门连办). The reply with the plan needs no words of its own; it is served on the spot.
 *
 * @param replyNote  a note to the customer on the reply
 * @param beforehand parts colleagues did before, such as issuing and verifying the meter taken along
 */
public record OneVisitForm(
        @Asked(usedBy = "stage:survey") Survey survey,
        @Asked(usedBy = "stage:plan-draft") PlanDraft plan,
        @Asked(usedBy = "letter:PLAN_REPLY", maxLength = 500) @Nullable String replyNote,
        @Asked(usedBy = "stage:contract") ContractSigned contract,
        @Asked(usedBy = "stage:metering") MeteringInstalled metering,
        @Asked(usedBy = "stage:energisation") Energised energisation,
        @Asked(usedBy = "rule:casework.one-visit-beforehand-missing") List<Before> beforehand) {

    /**
     * @param by    staff number of who did it
     * @param paper by which paper it is known, such as the slip the meter was drawn with (领用单)
     */
    public record Before(
            @Asked(usedBy = "rule:casework.one-visit-beforehand-unknown", maxLength = 60) String stage,
            @Asked(usedBy = "rule:casework.one-visit-beforehand-unknown", maxLength = 60) String part,
            @Asked(usedBy = "rule:casework.one-visit-beforehand-role", maxLength = 40) String by,
            @Asked(usedBy = "rule:casework.in-the-future") LocalDate on,
            @Asked(usedBy = "room:casework", maxLength = 200) String paper) {}

    public List<VisitingOnce.Step> steps() {
        return List.of(
                new VisitingOnce.Step("survey", "survey", survey, null),
                new VisitingOnce.Step("plan", "plan-draft", plan, null),
                new VisitingOnce.Step("replyNote", "plan-reply", new PlanReply(replyNote), new Submission.Service(ServiceManner.ON_SITE, null)),
                new VisitingOnce.Step("contract", "contract", contract, null),
                new VisitingOnce.Step("metering", "metering", metering, null),
                new VisitingOnce.Step("energisation", "energisation", energisation, null));
    }

    public List<VisitingOnce.Beforehand> before() {
        return beforehand.stream().map(part -> new VisitingOnce.Beforehand(part.stage(), part.part(), part.by(), part.on(), part.paper())).toList();
    }
}
