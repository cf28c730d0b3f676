package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the ledger needs to know of a receipt: which run caused it, and whether it was served and signed. */
public record ReceiptRow(
        int rno, String kind, String stage, int phase, int round, LocalDate issuedOn, @Nullable LocalDate servedOn,
        @Nullable LocalDate acknowledgedOn, boolean superseded) {

    /** A receipt taken as served, in an act that will be refused. */
    public static ReceiptRow supposed(Run run, LocalDate on) {
        return new ReceiptRow(0, "SUPPOSED", run.stage, run.phase, run.round, on, on, null, false);
    }
}
