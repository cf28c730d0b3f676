package org.yekuo.stage.household;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yekuo.form.Asked;

/**
 * One row of a list of households (户表清单的一行).
 *
 * @param n        its place in the list; a row with the same number replaces the one there is
 * @param address  building, unit and door (楼栋、单元、户号)
 * @param areaM2   floor area, m²
 * @param assetNo  the meter it is to get
 * @param startKwh what that shows; 0 where not said
 * @param sealNo   the seal of the meter
 */
public record HouseholdRow(
        @Asked(usedBy = "room:household", min = "1", max = "99999") int n,
        @Asked(usedBy = "rule:household.no-address", maxLength = 200) @Nullable String address,
        @Asked(usedBy = "rule:household.no-area", min = "0.1", max = "5000") @Nullable BigDecimal areaM2,
        @Asked(usedBy = "rule:household.meter-in-use", pattern = "[0-9A-Za-z-]{4,30}") @Nullable String assetNo,
        @Asked(usedBy = "stage:household-energisation", min = "0", max = "99999999") @Nullable BigDecimal startKwh,
        @Asked(usedBy = "rule:household.seal-in-use", pattern = "[0-9A-Za-z-]{4,30}") @Nullable String sealNo) {}
