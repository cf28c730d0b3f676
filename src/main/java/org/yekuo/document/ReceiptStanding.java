package org.yekuo.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;

/** How far a receipt has come (送达、签收), without what it says. */
public record ReceiptStanding(CaseNo caseNo, int rno, String kind, String stage, int phase, int round, LocalDate issuedOn, @Nullable LocalDate servedOn,
        @Nullable LocalDate acknowledgedOn, boolean live) {}
