package org.yekuo.stage.inspection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.yekuo.form.Asked;

/**
 * A contractor or test unit and its licence (承装(修、试)电力设施许可证). The customer chose it; nobody here proposes one.
 *
 * @param classes what it may do
 * @param grade   1 to 5: up to which voltage
 */
public record Licence(
        @Asked(usedBy = {"room:supervision", "stage:archive"}, maxLength = 100) String company,
        @Asked(usedBy = "stage:archive", maxLength = 60) String licenceNo,
        @Asked(usedBy = {"rule:inspection.licence-not-for-erecting", "rule:inspection.licence-not-for-testing"}) List<Work> classes,
        @Asked(usedBy = "rule:inspection.licence-grade", min = "1", max = "5") int grade,
        @Asked(usedBy = "rule:inspection.licence-expired") LocalDate validUntil) {

    /** 承装, 承修, 承试. */
    public enum Work { ERECT, REPAIR, TEST }

    /** Whether its grade reaches this voltage (承装(修、试)电力设施许可证管理办法): five grades, 10, 35, 110, 220 kV and any. */
    public boolean reaches(BigDecimal kv) {
        int limit = switch (grade) {
            case 1 -> Integer.MAX_VALUE;
            case 2 -> 220;
            case 3 -> 110;
            case 4 -> 35;
            default -> 10;
        };
        return kv.compareTo(BigDecimal.valueOf(limit)) <= 0;
    }
}
