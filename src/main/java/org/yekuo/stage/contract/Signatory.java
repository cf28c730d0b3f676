package org.yekuo.stage.contract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yekuo.form.Asked;

/**
 * Who signs for a party (签约人), in his own right or by authority.
 *
 * @param authorityNo number of the letter of authority (授权委托书); with {@code AUTHORISED}
 * @param upToKva     up to what capacity he may sign, kVA, where his authority says so
 */
public record Signatory(
        @Asked(usedBy = "letter:SUPPLY_CONTRACT", maxLength = 60) String name,
        @Asked(usedBy = "rule:contract.authority-missing") Capacity capacity,
        @Asked(usedBy = {"rule:contract.authority-missing", "stage:archive"}, maxLength = 60) @Nullable String authorityNo,
        @Asked(usedBy = "rule:contract.authority-exceeded", min = "0.1", max = "1000000") @Nullable BigDecimal upToKva) {

    /** 本人, 法定代表人(负责人), 授权委托人. */
    public enum Capacity { SELF, LEGAL_REPRESENTATIVE, AUTHORISED }
}
