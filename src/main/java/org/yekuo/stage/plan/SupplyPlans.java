package org.yekuo.stage.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The supply plans (供电方案) on file, drafted or replied. */
public interface SupplyPlans {

    Optional<SupplyPlan> find(UnitCode unit, CaseNo caseNo);

    /**
     * @param version    the round of the draft
     * @param fee        元, all items together
     * @param issuedOn   the day of the reply, or null before
     * @param validUntil the last day of its validity as written in the reply
     */
    record SupplyPlan(CaseNo caseNo, int version, BigDecimal capacityKva, BigDecimal transformersKva, BigDecimal voltageKv, int sources, int circuits,
            BigDecimal fee, LocalDate draftedOn, @Nullable LocalDate issuedOn, @Nullable LocalDate validUntil) {}
}
