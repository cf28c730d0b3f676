package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.form.Asked;

/**
 * What is new when a temporary supply is to stay (临时转正式用电): customer, place, project and load are known and not asked again.
 *
 * @param hall        the hall that takes it; that of the temporary supply when not said
 * @param nature      the nature of use, where it changes
 * @param capacityKva another capacity than the temporary one's
 * @param documents   papers that came with it; those of the temporary supply that are still good count
 */
public record PermanentForm(
        @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String hall,
        @Asked(usedBy = "rule:acceptance.class", maxLength = 40) @Nullable String nature,
        @Asked(usedBy = "rule:acceptance.class", min = "0.1", max = "1000000") @Nullable BigDecimal capacityKva,
        @Asked(usedBy = "stage:plan-draft") @Nullable LocalDate requiredBy,
        @Asked(usedBy = "stage:acceptance") List<Paper> documents) {}
