package org.yekuo.stage.metering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The meter work order, done (电能计量装接单). Where and in what mode is measured is the plan's and not asked again.
 *
 * @param installers     staff numbers of those who installed
 * @param devices        every meter and instrument transformer installed; none by a later phase that uses the meter there is
 * @param seals          every seal put on
 * @param customerSigner who signed the slip for the customer
 */
public record MeteringInstalled(
        @Asked(usedBy = {"rule:metering.installed-in-future", "stage:archive"}) LocalDate installedOn,
        @Asked(usedBy = {"rule:metering.no-installer", "letter:METER_SLIP"}) List<String> installers,
        @Asked(usedBy = {"rule:metering.asset-in-use", "stage:energisation", "stage:billing"}) List<Device> devices,
        @Asked(usedBy = {"rule:metering.seal-in-use", "stage:archive"}) List<Seal> seals,
        @Asked(usedBy = "letter:METER_SLIP", maxLength = 60) String customerSigner,
        @Asked(usedBy = "letter:METER_SLIP", maxLength = 500) @Nullable String note) implements StageResult {

    public enum Kind {
        METER("电能表"), CT("电流互感器"), PT("电压互感器");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * One device (计量器具).
     *
     * @param point            the metering point of the plan it belongs to, by its number
     * @param assetNo          the company's number on it (资产号)
     * @param spec             such as {@code DTZ 3×220/380V 1.5(6)A}
     * @param accuracy         of active energy, such as {@code 1.0} or {@code 0.5S}
     * @param reactiveAccuracy of reactive energy, where it measures that
     * @param ratio            of an instrument transformer, such as {@code 50/5}
     * @param activeKwh        what a meter shows when it is installed
     */
    public record Device(
            @Asked(usedBy = {"rule:metering.point-unknown", "stage:billing"}, maxLength = 30) String point,
            @Asked(usedBy = "rule:metering.device-missing") Kind kind,
            @Asked(usedBy = {"rule:metering.asset-in-use", "stage:energisation"}, pattern = "[0-9A-Za-z-]{4,30}") String assetNo,
            @Asked(usedBy = "letter:METER_SLIP", maxLength = 100) String spec,
            @Asked(usedBy = "rule:metering.accuracy", pattern = "\\d(\\.\\d{1,2})?S?") String accuracy,
            @Asked(usedBy = "rule:metering.accuracy", pattern = "\\d(\\.\\d{1,2})?S?") @Nullable String reactiveAccuracy,
            @Asked(usedBy = {"rule:metering.ratio", "stage:billing"}, pattern = "\\d{1,6}/\\d{1,3}") @Nullable String ratio,
            @Asked(usedBy = {"rule:metering.reading-missing", "stage:energisation"}, min = "0", max = "99999999") @Nullable BigDecimal activeKwh,
            @Asked(usedBy = "stage:energisation", min = "0", max = "99999999") @Nullable BigDecimal reactiveKvarh,
            @Asked(usedBy = "rule:metering.certificate-expired") Certificate certificate) {}

    /** 检定证书. */
    public record Certificate(
            @Asked(usedBy = {"letter:METER_SLIP", "stage:archive"}, maxLength = 60) String no,
            @Asked(usedBy = "rule:metering.certificate-expired") LocalDate verifiedOn,
            @Asked(usedBy = "rule:metering.certificate-expired") LocalDate validUntil) {}

    /** 封印. */
    public record Seal(
            @Asked(usedBy = {"rule:metering.seal-in-use", "letter:METER_SLIP"}, pattern = "[0-9A-Za-z-]{4,30}") String sealNo,
            @Asked(usedBy = {"rule:metering.meter-unsealed", "letter:METER_SLIP"}) Position position,
            @Asked(usedBy = "rule:metering.meter-unsealed", maxLength = 30) @Nullable String assetNo) {}

    /** 表计, 接线盒, 柜门, CT 端子盒, PT 端子盒. */
    public enum Position { METER, TERMINAL_BOX, CABINET_DOOR, CT_TERMINALS, PT_TERMINALS }

    public List<Device> meters() {
        return devices.stream().filter(device -> device.kind() == Kind.METER).toList();
    }
}
