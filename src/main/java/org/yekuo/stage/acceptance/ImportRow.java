package org.yekuo.stage.acceptance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.ImportedHistory;
import org.yekuo.casework.Opinion;
import org.yekuo.casework.SuspendingCase;
import org.yekuo.document.ServiceManner;
import org.yekuo.form.Asked;

/**
 * One open case of an old system, beside its application and its stages' results, which have shapes of their own.
 *
 * @param originalNo    its number there; taken over once
 * @param acceptedOn    the day it was accepted; the pack in force then applies
 * @param owner         the account manager's staff number
 * @param receipt       how the acceptance receipt was served; over the counter on the day of acceptance when not said
 * @param presentStages where the old system says it stands
 */
record ImportRow(
        @Asked(usedBy = "room:casework", maxLength = 60) String originalNo,
        @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String originalSystem,
        @Asked(usedBy = "room:casework") LocalDate acceptedOn,
        @Asked(usedBy = "room:casework", maxLength = 40) @Nullable String owner,
        @Asked(usedBy = "room:casework") @Nullable Receipt receipt,
        @Asked(usedBy = "room:casework") List<Stage> stages,
        @Asked(usedBy = "room:casework") List<Pause> pauses,
        @Asked(usedBy = "room:casework") @Nullable LocalDate constructionStartedOn,
        @Asked(usedBy = "room:casework") List<String> presentStages) {

    record Stage(
            @Asked(usedBy = "room:casework", maxLength = 60) String stage, @Asked(usedBy = "room:casework", min = "0", max = "99") @Nullable Integer phase,
            @Asked(usedBy = "room:casework") @Nullable LocalDate requestedOn, @Asked(usedBy = "room:casework") List<String> papers,
            @Asked(usedBy = "room:casework") @Nullable LocalDate closedOn, @Asked(usedBy = "room:casework") ImportedHistory.@Nullable Conclusion outcome,
            @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String by, @Asked(usedBy = "room:casework") List<Part> parts,
            @Asked(usedBy = "room:casework") @Nullable Receipt receipt) {}

    record Part(
            @Asked(usedBy = "room:casework", maxLength = 60) String part, @Asked(usedBy = "room:casework") LocalDate closedOn,
            @Asked(usedBy = "room:casework") @Nullable Opinion opinion, @Asked(usedBy = "room:casework", maxLength = 2000) @Nullable String text,
            @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String by) {}

    record Receipt(
            @Asked(usedBy = "room:casework") LocalDate servedOn, @Asked(usedBy = "room:casework") ServiceManner manner,
            @Asked(usedBy = "room:casework") @Nullable LocalDate signedOn, @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String signer) {

        ImportedHistory.Service service() {
            return new ImportedHistory.Service(servedOn, manner, signedOn, signer);
        }
    }

    record Pause(
            @Asked(usedBy = "room:casework") Kind kind, @Asked(usedBy = "room:casework", maxLength = 60) String reason,
            @Asked(usedBy = "room:casework") LocalDate from, @Asked(usedBy = "room:casework") @Nullable LocalDate to,
            @Asked(usedBy = "room:casework") @Nullable Evidence evidence) {
        enum Kind { HOLD, PAUSE }
    }

    record Evidence(
            @Asked(usedBy = "room:casework") SuspendingCase.Proof.Kind kind, @Asked(usedBy = "room:document", maxLength = 100) @Nullable String fileId,
            @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String note) {}
}
