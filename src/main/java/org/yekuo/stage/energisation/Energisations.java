package org.yekuo.stage.energisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Supplies that were energised (送电). */
public interface Energisations {

    /** What a case has energised, by phase. */
    List<Energisation> of(UnitCode unit, CaseNo caseNo);

    /** Writes what was energised; the same case and part again replaces it. */
    void put(Energisation energisation);

    /**
     * @param phase       0 where the project is energised at once
     * @param capacityKva what this phase brought
     */
    record Energisation(CaseNo caseNo, int phase, LocalDate day, LocalTime time, BigDecimal capacityKva, ConsumerNo consumerNo) {}
}
