package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.form.Asked;

/**
 * A need that became another one (需求变更): only what changes. Everything else, and every paper that is still valid, comes from the case.
 *
 * @param hall       the hall that takes it; the former one's when not said
 * @param channel    how it came; over the counter when not said
 * @param letter     the customer's signed letter; one who acts himself needs none
 * @param documents  papers the new need asks for beside those at hand
 */
public record NeedForm(
        @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String hall,
        @Asked(usedBy = "room:casework") Application.@Nullable Channel channel,
        @Asked(usedBy = "rule:acceptance.same-need") ChangedLoad load,
        @Asked(usedBy = "rule:acceptance.class", maxLength = 40) @Nullable String nature,
        @Asked(usedBy = "stage:plan-draft") @Nullable LocalDate requiredBy,
        @Asked(usedBy = "rule:casework.needs-customers-letter") @Nullable Letter letter,
        @Asked(usedBy = "stage:acceptance") @Nullable List<Paper> documents) {

    /** The load as it is to be now; what is not said stays. */
    public record ChangedLoad(
            @Asked(usedBy = "rule:acceptance.same-need", max = "1000000") @Nullable BigDecimal capacityKva,
            @Asked(usedBy = "rule:acceptance.same-need", max = "1000000") @Nullable BigDecimal demandKw,
            @Asked(usedBy = "rule:acceptance.class", maxLength = 10) @Nullable String phase,
            @Asked(usedBy = "rule:acceptance.voltage-wish") @Nullable BigDecimal voltageWish,
            @Asked(usedBy = "rule:acceptance.same-need", min = "1", max = "9") @Nullable Integer sources,
            @Asked(usedBy = "rule:acceptance.sources", min = "1", max = "9") @Nullable Integer circuits,
            @Asked(usedBy = "rule:plan.sources-too-few", maxLength = 20) @Nullable String importance) {}

    /** The scan of the letter and the day on it. */
    public record Letter(
            @Asked(usedBy = "room:document", maxLength = 64) String fileId,
            @Asked(usedBy = "rule:casework.letter-before-case") LocalDate signedOn) {}

    public List<Paper> documentsOrNone() {
        return documents == null ? List.of() : documents;
    }
}
