package org.yekuo.stage.fee.internal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.stage.fee.FeePaid;
import org.yekuo.vocabulary.CaseNo;

/** The table of charges. */
@Component
class FeeChargeStore {

    private static final String CLEAR = "delete from fee_charge where unit = :unit and case_no = :caseNo";

    private static final String ADD = """
            insert into fee_charge (unit, case_no, code, quantity, amount, basis, receipt_no, paid_on, charged_by)
            values (:unit, :caseNo, :code, :quantity, :amount, :basis, :receiptNo, :paidOn, :chargedBy)""";

    /** By fee_charge_receipt. */
    private static final String CASE_OF_RECEIPT = """
            select case_no from fee_charge where unit = :unit and receipt_no = :receiptNo and case_no <> :caseNo limit 1""";

    private final JdbcClient jdbc;

    FeeChargeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts what was paid in the place of what an earlier round had. */
    void put(CaseNo caseNo, FeePaid paid, String chargedBy) {
        jdbc.sql(CLEAR).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value()).update();
        for (var item : paid.items()) {
            jdbc.sql(ADD)
                    .param("unit", caseNo.unit().value())
                    .param("caseNo", caseNo.value())
                    .param("code", item.code())
                    .param("quantity", item.quantity())
                    .param("amount", item.amount())
                    .param("basis", item.basis())
                    .param("receiptNo", paid.receiptNo())
                    .param("paidOn", paid.paidOn())
                    .param("chargedBy", chargedBy)
                    .update();
        }
    }

    /** Another case of the unit that already has this receipt. */
    Optional<String> otherCaseOf(CaseNo caseNo, String receiptNo) {
        return jdbc.sql(CASE_OF_RECEIPT).param("unit", caseNo.unit().value()).param("receiptNo", receiptNo).param("caseNo", caseNo.value())
                .query(String.class).optional();
    }
}
