package org.yekuo.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far a receipt has come (送达、签收), without what it says. */
public record ReceiptStanding(int rno, String kind, String stage, int phase, int round, LocalDate issuedOn, @Nullable LocalDate servedOn,
        @Nullable LocalDate acknowledgedOn, boolean live) {}
