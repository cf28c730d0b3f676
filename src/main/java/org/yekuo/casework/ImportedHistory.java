package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.document.ServiceManner;

/**
 * What an old system says has happened in a case that is still open (在途件历史). {@code field} says where in the row something stands, for faults.
 *
 * @param originalNo            its number there
 * @param owner                 her staff number, where the old system named one
 * @param stages                the stages in the order they were done, the first being acceptance; one that is not closed yet has no {@code closedOn}
 * @param constructionStartedOn the day the customer's works began
 * @param presentStages         where the old system says the case stands; checked against what follows from its history
 */
public record ImportedHistory(
        String originalNo, @Nullable String originalSystem, LocalDate acceptedOn, @Nullable String owner, List<Stage> stages, List<Pause> pauses,
        @Nullable LocalDate constructionStartedOn, List<String> presentStages) {

    public ImportedHistory {
        stages = List.copyOf(stages);
        pauses = List.copyOf(pauses);
        presentStages = List.copyOf(presentStages);
    }

    /** How a stage closed there. */
    public enum Conclusion { PASSED, AGAIN, BACK, END }

    /**
     * One round of a stage.
     *
     * @param by     who closed it: a staff number, or a name nobody bears here any more
     * @param result what closed it; null where it is not closed
     * @param parts  colleagues' parts with days of their own; others count as done with the stage
     */
    public record Stage(
            String field, String stage, @Nullable Integer phase, @Nullable LocalDate requestedOn, List<String> papers, @Nullable LocalDate closedOn,
            Conclusion outcome, @Nullable String by, @Nullable StageResult result, List<Part> parts, @Nullable Service receipt) {}

    /** A colleague's part. */
    public record Part(String part, LocalDate closedOn, Opinion opinion, @Nullable String text, @Nullable String by) {}

    /** How the receipt reached the customer, and her signature. */
    public record Service(LocalDate servedOn, ServiceManner manner, @Nullable LocalDate signedOn, @Nullable String signer) {}

    /** A time in which the old system says clocks stood; without proof it is shown and not deducted. */
    public record Pause(String field, boolean wholeCase, String reason, LocalDate from, @Nullable LocalDate to, SuspendingCase.@Nullable Proof proof) {

        /** Whether it counts: the customer's letter or a paper of the government, scanned. */
        public boolean proven() {
            return proof != null && proof.fileId() != null
                    && (proof.kind() == SuspendingCase.Proof.Kind.CUSTOMER_LETTER || proof.kind() == SuspendingCase.Proof.Kind.GOVERNMENT_PAPER);
        }
    }
}
