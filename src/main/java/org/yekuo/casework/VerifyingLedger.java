package org.yekuo.casework;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.LedgerChecks;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Checks that no entry of the ledger was changed, taken out or put in: each case's chain, and the daily chain of a unit over all its cases. */
@Component
public class VerifyingLedger {

    /** The first break of a chain: where, and what is wrong. */
    public record Break(String where, String what) {}

    private final LedgerChecks checks;

    VerifyingLedger(LedgerChecks checks) {
        this.checks = checks;
    }

    /** The first break of a case's chain, or empty when it is whole. */
    @Transactional(readOnly = true)
    public Optional<Break> verify(CaseNo no) {
        return checks.ofCase(no);
    }

    /** Every break in a unit: of its cases' chains and of its daily chain. */
    @Transactional(readOnly = true)
    public List<Break> verify(UnitCode unit) {
        return checks.ofUnit(unit);
    }
}
