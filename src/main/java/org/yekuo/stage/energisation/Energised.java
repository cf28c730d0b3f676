package org.yekuo.stage.energisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.appointment.Slot;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The energising sheet (送电单). Which of the nullable answers is needed follows from the outcome.
 *
 * @param notToday     why it could not be done, whose days the delay costs, and when it will be; with {@code NOT_TODAY}
 * @param switchedOn   when and with what readings; with {@code ENERGISED}
 * @param declarations conditions only people can vouch for; asked where the rules demand them (high voltage)
 */
public record Energised(
        @Asked(usedBy = {"rule:energisation.condition-unmet", "stage:billing"}) Result outcome,
        @Asked(usedBy = {"room:supervision", "room:notification"}) @Nullable NotToday notToday,
        @Asked(usedBy = {"stage:billing", "letter:ENERGISATION_SLIP"}) @Nullable SwitchedOn switchedOn,
        @Asked(usedBy = "rule:energisation.condition-unmet") @Nullable Declarations declarations) implements StageResult {

    public enum Result { ENERGISED, NOT_TODAY }

    public record NotToday(
            @Asked(usedBy = "room:supervision") Why why,
            @Asked(usedBy = "room:supervision") Side days,
            @Asked(usedBy = "room:notification") LocalDate newDay,
            @Asked(usedBy = "room:notification") Slot newSlot,
            @Asked(usedBy = "room:supervision", maxLength = 500) @Nullable String note) {}

    public enum Why { CUSTOMER_NOT_READY, NO_ACCESS, UNSAFE, WEATHER, OUTAGE_MOVED, OUR_CREW }

    /** Whose days the delay costs. */
    public enum Side { CUSTOMER, COMPANY }

    /**
     * @param day            the day of energising
     * @param time           the time of day
     * @param transformers   when each transformer was put to use (变压器启用时间); none at low voltage
     * @param readings       what each meter showed, copied by the customer himself
     * @param customerSigner who signed the sheet for the customer
     */
    public record SwitchedOn(
            @Asked(usedBy = {"rule:energisation.before-contract", "stage:billing"}) LocalDate day,
            @Asked(usedBy = {"letter:ENERGISATION_SLIP", "stage:archive"}) LocalTime time,
            @Asked(usedBy = {"rule:energisation.transformer-start-missing", "stage:billing"}) @Nullable List<TransformerStart> transformers,
            @Asked(usedBy = {"rule:energisation.reading-missing", "stage:billing"}) List<Reading> readings,
            @Asked(usedBy = "letter:ENERGISATION_SLIP", maxLength = 60) String customerSigner) {}

    public record TransformerStart(
            @Asked(usedBy = "letter:ENERGISATION_SLIP", maxLength = 60) String name,
            @Asked(usedBy = "stage:billing", min = "0.1", max = "1000000") BigDecimal capacityKva,
            @Asked(usedBy = {"letter:ENERGISATION_SLIP", "room:billing"}) LocalTime startedAt) {}

    public record Reading(
            @Asked(usedBy = "rule:energisation.reading-missing", maxLength = 30) String assetNo,
            @Asked(usedBy = {"rule:energisation.reading-below-installed", "stage:billing"}, min = "0", max = "99999999") BigDecimal activeKwh,
            @Asked(usedBy = "stage:billing", min = "0", max = "99999999") @Nullable BigDecimal reactiveKvarh) {}

    /**
     * What was given and by which paper; what is left out is not given.
     *
     * @param startUpPlan     启动送电方案 that was approved
     * @param electricians    客户电气工作人员, each with a valid certificate
     * @param safetyMeasures  安全措施齐备: emergency source, rules, interlocking
     * @param tappingOrder    接火(搭头)单
     * @param dispatchNumbers 调度命名编号
     * @param relaySettings   保护定值单
     * @param outage          the planned outage it is done in, or that none is needed
     */
    public record Declarations(
            @Asked(usedBy = "rule:energisation.condition-unmet", maxLength = 60) @Nullable String startUpPlan,
            @Asked(usedBy = {"rule:energisation.condition-unmet", "rule:energisation.electrician-expired"}) @Nullable List<Electrician> electricians,
            @Asked(usedBy = "rule:energisation.condition-unmet") @Nullable Boolean safetyMeasures,
            @Asked(usedBy = "rule:energisation.condition-unmet", maxLength = 60) @Nullable String tappingOrder,
            @Asked(usedBy = "rule:energisation.condition-unmet", maxLength = 60) @Nullable String dispatchNumbers,
            @Asked(usedBy = "rule:energisation.condition-unmet", maxLength = 60) @Nullable String relaySettings,
            @Asked(usedBy = "rule:energisation.condition-unmet") @Nullable Outage outage) {

        public List<Electrician> electriciansOrNone() {
            return electricians == null ? List.of() : electricians;
        }
    }

    public record Electrician(
            @Asked(usedBy = "stage:archive", maxLength = 60) String name,
            @Asked(usedBy = "stage:archive", maxLength = 60) String certificateNo,
            @Asked(usedBy = "rule:energisation.electrician-expired") LocalDate validUntil) {}

    /** 已列入停电计划, 不需停电. */
    public enum Outage { PLANNED, NOT_NEEDED }

    public boolean energised() {
        return outcome == Result.ENERGISED;
    }
}
