package org.yekuo.stage.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The supply contracts (供用电合同) on file. */
public interface SupplyContracts {

    /** The contract of a case and its annexes by phase; void ones are not among them. */
    List<SupplyContract> of(UnitCode unit, CaseNo caseNo);

    /** The contract of a temporary supply is prolonged with it by a supplementary agreement (补充协议); joins the caller's transaction. */
    void prolong(UnitCode unit, CaseNo caseNo, LocalDate endsOn);

    /** Contracts of a unit whose renewal is to be proposed (续签提醒) on a day from {@code from} to {@code to}, both included, the earliest first. */
    List<SupplyContract> toRenew(UnitCode unit, LocalDate from, LocalDate to);

    /**
     * @param phase       0 for the contract itself, else the phase its annex is for
     * @param type        RESIDENT, LOW_VOLTAGE, HIGH_VOLTAGE or TEMPORARY
     * @param capacityKva 合同容量
     * @param endsOn      the last day of the term, the eve of the day it began on
     * @param remindOn    the day on which its renewal is proposed
     */
    record SupplyContract(CaseNo caseNo, int phase, String contractNo, String type, BigDecimal capacityKva, LocalDate signedOn, LocalDate startsOn,
            LocalDate endsOn, LocalDate remindOn) {}
}
