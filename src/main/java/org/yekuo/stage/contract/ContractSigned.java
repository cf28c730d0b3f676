package org.yekuo.stage.contract;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The signed supply contract (供用电合同). Its number, type, term and capacity are not asked: the rules and the plan say them.
 *
 * @param effectiveFrom the first day of its term; the day of signing where none is agreed
 * @param endsOn        an agreed last day before the end of the usual term, such as the end of a temporary supply
 * @param customerStamp with what an organisation stamped it
 * @param annexes       what is attached (附件)
 * @param fileId        the scanned contract
 */
public record ContractSigned(
        @Asked(usedBy = {"rule:contract.signed-in-future", "stage:energisation"}) LocalDate signedOn,
        @Asked(usedBy = {"rule:contract.ends-before-start", "stage:archive"}) @Nullable LocalDate effectiveFrom,
        @Asked(usedBy = "rule:contract.ends-after-term") @Nullable LocalDate endsOn,
        @Asked(usedBy = {"rule:contract.authority-missing", "letter:SUPPLY_CONTRACT"}) Signatory customer,
        @Asked(usedBy = {"rule:contract.authority-exceeded", "letter:SUPPLY_CONTRACT"}) Signatory company,
        @Asked(usedBy = "rule:contract.stamp-missing") @Nullable Stamp customerStamp,
        @Asked(usedBy = {"rule:contract.annex-missing", "stage:energisation"}) @Nullable List<Annex> annexes,
        @Asked(usedBy = "stage:archive", maxLength = 64) @Nullable String fileId) implements StageResult {

    /** 供用电合同专用章, 公章. */
    public enum Stamp { CONTRACT_SEAL, OFFICIAL_SEAL }

    /**
     * @param code what it is, as the pack's table of annexes has it
     * @param no   its number, where it has one of its own
     */
    public record Annex(
            @Asked(usedBy = {"rule:contract.annex-missing", "stage:energisation"}, maxLength = 40) String code,
            @Asked(usedBy = "letter:SUPPLY_CONTRACT", maxLength = 60) @Nullable String no) {}

    public List<Annex> annexesOrNone() {
        return annexes == null ? List.of() : annexes;
    }

    public boolean hasAnnex(String code) {
        return annexesOrNone().stream().anyMatch(annex -> annex.code().equals(code));
    }

    /** The first day of the term. */
    public LocalDate startsOn() {
        return effectiveFrom == null ? signedOn : effectiveFrom;
    }
}
