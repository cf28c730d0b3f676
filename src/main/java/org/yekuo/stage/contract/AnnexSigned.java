package org.yekuo.stage.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/** The signed annex for one phase of the project (分期补充协议); it ends with the contract and is for the capacity the plan gives the phase. */
public record AnnexSigned(
        @Asked(usedBy = {"rule:contract.annex-before-contract", "stage:energisation"}) LocalDate signedOn,
        @Asked(usedBy = {"rule:contract.authority-missing", "letter:CONTRACT_ANNEX"}) Signatory customer,
        @Asked(usedBy = {"rule:contract.authority-exceeded", "letter:CONTRACT_ANNEX"}) Signatory company,
        @Asked(usedBy = "stage:archive", maxLength = 64) @Nullable String fileId) implements StageResult {}
