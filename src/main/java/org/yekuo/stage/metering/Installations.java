package org.yekuo.stage.metering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Devices and seals on customers' premises. */
public interface Installations {

    /** The devices a case has installed and not taken off, by phase, point, kind and number. */
    List<Installed> of(UnitCode unit, CaseNo caseNo);

    /** Seals a case has put on, by phase and number. */
    List<Sealed> sealsOf(UnitCode unit, CaseNo caseNo);

    /** Where a device of this number is installed now. */
    Optional<Installed> find(UnitCode unit, String assetNo);

    /** Devices of these numbers that are installed, and in which case. */
    Map<String, String> devicesInUse(UnitCode unit, Collection<String> assetNos);

    /** Seals of these numbers that were used, and in which case. */
    Map<String, String> sealsInUse(UnitCode unit, Collection<String> sealNos);

    /**
     * Writes a lot of directly connected meters installed together, each with its seal; nobody else may use their numbers until the act ends.
     * Refused with the numbers that are in use.
     */
    List<Violation> install(CaseNo caseNo, Lot lot);

    /** Meters installed together (批量装表), which share type, accuracy and certificate. */
    record Lot(String orderNo, LocalDate installedOn, List<String> installers, String customerSigner, String spec, String accuracy, String certificateNo,
            LocalDate certifiedUntil, List<LotMeter> meters) {}

    /** One of them; {@code part} is the part of the case it belongs to, as a phase is. */
    record LotMeter(int part, String assetNo, BigDecimal startKwh, String sealNo) {}

    record Installed(CaseNo caseNo, int phase, String point, MeteringInstalled.Kind kind, String assetNo, String spec, String accuracy,
            @Nullable String ratio, @Nullable BigDecimal activeKwh, LocalDate certifiedUntil, LocalDate installedOn) {}

    record Sealed(CaseNo caseNo, int phase, String sealNo, MeteringInstalled.Position position, @Nullable String assetNo) {}
}
