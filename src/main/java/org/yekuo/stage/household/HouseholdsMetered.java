package org.yekuo.stage.household;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The meters of the list were installed (批量装表).
 *
 * @param installers    staff numbers of those who installed
 * @param certificateNo the certificate by which the lot of meters was verified (批量检定证书)
 * @param leftOut       households whose meter could not be installed
 */
public record HouseholdsMetered(
        @Asked(usedBy = {"rule:metering.installed-in-future", "stage:archive"}) LocalDate installedOn,
        @Asked(usedBy = {"rule:metering.no-installer", "letter:METER_SLIP"}) List<String> installers,
        @Asked(usedBy = "letter:METER_SLIP", maxLength = 100) String spec,
        @Asked(usedBy = "rule:metering.accuracy", pattern = "\\d(\\.\\d{1,2})?S?") String accuracy,
        @Asked(usedBy = {"letter:METER_SLIP", "stage:archive"}, maxLength = 60) String certificateNo,
        @Asked(usedBy = "rule:metering.certificate-expired") LocalDate certifiedUntil,
        @Asked(usedBy = "rule:household.not-on-list") @Nullable List<LeftOut> leftOut,
        @Asked(usedBy = "letter:METER_SLIP", maxLength = 60) String customerSigner) implements StageResult {

    public List<LeftOut> leftOutOrNone() {
        return leftOut == null ? List.of() : leftOut;
    }
}
