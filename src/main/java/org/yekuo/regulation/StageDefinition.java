package org.yekuo.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.organisation.Department;
import org.yekuo.vocabulary.Text;

/**
 * A stage (环节) of a procedure.
 *
 * @param after          the stages that must be settled before it opens
 * @param when           the facts under which it applies; else it is skipped
 * @param perPhase       whether it is done for each phase (分期) of the project
 * @param onRequest      whether it waits for the customer's request (送审, 报验, 约送电)
 * @param requestNeeds   signals that must have been given before the request is taken
 * @param customerFacing whether a receipt may name it as the next step
 * @param promise        the limit a receipt names for it
 * @param irreversible   whether nothing before it can be done again once it has passed: power is on
 * @param receipt        the written receipt (书面回执) its closing causes
 */
public record StageDefinition(
        String key, Text name, Department department, List<String> after, Criteria when, boolean perPhase, boolean onRequest,
        List<String> requestNeeds, boolean customerFacing, boolean irreversible, @Nullable String promise, @Nullable ReceiptRule receipt, List<PartDefinition> parts,
        Basis basis) {

    /** The receipt a stage causes, and whether the next stage waits for its service or for the customer's signature. */
    public record ReceiptRule(String kind, Gate gate) {
        public enum Gate { SERVED, ACKNOWLEDGED }
    }

    public StageDefinition {
        after = List.copyOf(after);
        requestNeeds = List.copyOf(requestNeeds);
        parts = List.copyOf(parts);
    }

    public PartDefinition lead() {
        return parts.stream().filter(part -> part.kind() == PartDefinition.Kind.LEAD).findFirst().orElseThrow();
    }
}
