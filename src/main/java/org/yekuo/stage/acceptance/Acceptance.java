package org.yekuo.stage.acceptance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * What was handed in with an application or after a deficiency notice (业务受理). Papers of earlier rounds count.
 *
 * @param receivedOn         the day these papers came
 * @param documents          the papers that came this time
 * @param unusable           papers that came but can't be used: the wrong seal, illegible, another address
 * @param guideHandedOver    whether the customer has the guide to an application (供电业务报装指南, 细则 4.1.1)
 * @param reportElements     what the application report left out
 * @param secondNoticeReason why a second notice names what could have been in the first
 */
public record Acceptance(
        @Asked(usedBy = {"rule:acceptance.received-in-future", "rule:acceptance.second-notice-without-reason"}) LocalDate receivedOn,
        @Asked(usedBy = {"letter:DEFICIENCY_NOTICE", "letter:ACCEPTANCE_RECEIPT", "stage:archive"}) List<Paper> documents,
        @Asked(usedBy = "letter:DEFICIENCY_NOTICE") @Nullable List<Unusable> unusable,
        @Asked(usedBy = "rule:acceptance.guide-not-handed-over") boolean guideHandedOver,
        @Asked(usedBy = "letter:DEFICIENCY_NOTICE") @Nullable ReportElements reportElements,
        @Asked(usedBy = {"rule:acceptance.second-notice-without-reason", "room:supervision"}, maxLength = 300) @Nullable String secondNoticeReason)
        implements StageResult {

    public record Unusable(
            @Asked(usedBy = {"letter:DEFICIENCY_NOTICE", "rule:acceptance.paper-unknown"}, maxLength = 40) String type,
            @Asked(usedBy = "letter:DEFICIENCY_NOTICE", maxLength = 200) String reason) {}

    public List<Unusable> unusableOrNone() {
        return unusable == null ? List.of() : unusable;
    }
}
