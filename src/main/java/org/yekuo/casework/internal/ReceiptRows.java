package org.yekuo.casework.internal;

import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.ReceiptRow;
import org.yekuo.document.Receipt;
import org.yekuo.document.ReceiptStanding;

/** What the ledger keeps in mind of the document room's receipts. */
public final class ReceiptRows {

    private ReceiptRows() {}

    public static ReceiptRow row(Receipt receipt) {
        var served = receipt.served();
        var acknowledged = receipt.acknowledged();
        return new ReceiptRow(receipt.rno(), receipt.kind(), receipt.stage(), receipt.phase(), receipt.round(), receipt.issuedOn(),
                served == null ? null : served.on(), acknowledged == null ? null : acknowledged.on(), !receipt.isLive());
    }

    static ReceiptRow row(ReceiptStanding receipt) {
        return new ReceiptRow(receipt.rno(), receipt.kind(), receipt.stage(), receipt.phase(), receipt.round(), receipt.issuedOn(), receipt.servedOn(),
                receipt.acknowledgedOn(), !receipt.live());
    }

    public static void replace(CaseFile file, Receipt receipt) {
        file.receipts.replaceAll(old -> old.rno() == receipt.rno() ? row(receipt) : old);
    }
}
