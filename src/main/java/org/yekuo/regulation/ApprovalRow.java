package org.yekuo.regulation;

import java.util.List;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Text;

/**
 * Who approves what (审批权限).
 *
 * @param subject            {@code PLAN}, {@code DESIGN}
 * @param standingDelegation whether the approval is given once and for all (常设授权), so that the drafter's submission takes effect
 */
public record ApprovalRow(
        String id, String subject, Criteria applies, Role approver, Level level, List<Countersign> countersigns, boolean standingDelegation,
        Basis basis) {

    public record Countersign(String key, Text name, Role role, Level level) {}

    public ApprovalRow {
        countersigns = List.copyOf(countersigns);
    }
}
