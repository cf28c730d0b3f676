package org.yekuo.stage.metering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Devices and seals on customers' premises. */
public interface Installations {

    /** The devices a case has installed and not taken off, by phase, point, kind and number. */
    List<Installed> of(UnitCode unit, CaseNo caseNo);

    /** Seals a case has put on, by phase and number. */
    List<Sealed> sealsOf(UnitCode unit, CaseNo caseNo);

    /** Where a device of this number is installed now. */
    Optional<Installed> find(UnitCode unit, String assetNo);

    record Installed(CaseNo caseNo, int phase, String point, MeteringInstalled.Kind kind, String assetNo, String spec, String accuracy,
            @Nullable String ratio, @Nullable BigDecimal activeKwh, LocalDate certifiedUntil, LocalDate installedOn) {}

    record Sealed(CaseNo caseNo, int phase, String sealNo, MeteringInstalled.Position position, @Nullable String assetNo) {}
}
