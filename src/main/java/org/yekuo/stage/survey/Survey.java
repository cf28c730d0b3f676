package org.yekuo.stage.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.appointment.Slot;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * The survey sheet (现场勘查工作单). Which of the nullable answers is needed follows from the conclusion.
 *
 * @param surveyors   staff numbers of those who were there
 * @param notToday    why it could not be done and when it will be; with CANNOT_BE_DONE_TODAY
 * @param constraint  what stands against supply; with CANNOT_SUPPLY_NOW
 * @param load        what was found on site; with every conclusion but CANNOT_BE_DONE_TODAY
 * @param points      where the supply could come from, the best first
 * @param gridWorks   what the company must build (电网配套工程); with CAN_SUPPLY_WITH_GRID_WORKS
 * @param route       notes on the way of the line
 * @param photos      what the place looks like
 * @param signed      the customer's signature under what was found, where she was there
 * @param illegalUse  what was found of illegal use or of works begun without leave (违约用电、窃电、擅自施工), or nothing
 */
public record Survey(
        @Asked(usedBy = {"rule:survey.two-surveyors", "stage:archive"}) List<String> surveyors,
        @Asked(usedBy = {"rule:survey.visit-in-future", "room:supervision"}) LocalDate visitedOn,
        @Asked(usedBy = {"stage:plan-draft", "stage:constrained-reply"}) Conclusion conclusion,
        @Asked(usedBy = {"room:supervision", "room:notification"}) @Nullable NotToday notToday,
        @Asked(usedBy = {"letter:CONSTRAINED_REPLY", "stage:constrained-reply"}) @Nullable Constraint constraint,
        @Asked(usedBy = {"rule:survey.capacity-differs", "stage:plan-draft"}) @Nullable FoundLoad load,
        @Asked(usedBy = "stage:plan-draft") @Nullable List<Point> points,
        @Asked(usedBy = "stage:grid-works", maxLength = 1000) @Nullable String gridWorks,
        @Asked(usedBy = "stage:plan-draft", maxLength = 1000) @Nullable String route,
        @Asked(usedBy = {"stage:plan-draft", "stage:archive"}) @Nullable List<Photo> photos,
        @Asked(usedBy = "stage:archive") @Nullable Signed signed,
        @Asked(usedBy = "room:supervision", maxLength = 1000) @Nullable String illegalUse) implements StageResult {

    public enum Conclusion { CAN_SUPPLY, CAN_SUPPLY_WITH_GRID_WORKS, CANNOT_SUPPLY_NOW, CANNOT_BE_DONE_TODAY }

    /**
     * Nobody at home, or the place not safe. The days until the new visit are the customer's only if he gives the reason himself; see
     * the pauses.
     *
     * @param photo the stored photo of the closed door or the danger
     */
    public record NotToday(
            @Asked(usedBy = "room:supervision") Why why,
            @Asked(usedBy = "room:supervision") Side days,
            @Asked(usedBy = {"rule:survey.photo-missing", "stage:archive"}, maxLength = 64) @Nullable String photo,
            @Asked(usedBy = "room:notification") LocalDate newDay,
            @Asked(usedBy = "room:notification") Slot newSlot) {}

    public enum Why { NOBODY_HOME, NO_ACCESS, UNSAFE, WEATHER, OUR_CREW }

    /** Whose days the delay costs. */
    public enum Side { CUSTOMER, COMPANY }

    /** 暂不可供电: why, what removes the cause and when, and what the customer could do instead. A customer is never refused outright. */
    public record Constraint(
            @Asked(usedBy = "letter:CONSTRAINED_REPLY", maxLength = 500) String cause,
            @Asked(usedBy = "letter:CONSTRAINED_REPLY", maxLength = 500) String remedy,
            @Asked(usedBy = "rule:plan.promise-before-expected") LocalDate expectedOn,
            @Asked(usedBy = "letter:CONSTRAINED_REPLY", maxLength = 500) @Nullable String alternative) {}

    /** @param photo the stored photo */
    public record Photo(
            @Asked(usedBy = {"stage:plan-draft", "stage:archive"}, maxLength = 64) String photo,
            @Asked(usedBy = "stage:plan-draft", maxLength = 100) @Nullable String what) {}

    /** @param photo the signature, written on the screen or photographed */
    public record Signed(
            @Asked(usedBy = "stage:archive", maxLength = 60) String signer,
            @Asked(usedBy = "stage:archive", maxLength = 64) @Nullable String photo) {}

    /**
     * @param appliances  what was counted, one by one
     * @param capacityKva the capacity needed, as verified
     * @param equipmentKw the equipment counted, kW
     * @param nature      the nature of the load, if it is another than was applied for
     */
    public record FoundLoad(
            @Asked(usedBy = {"rule:survey.capacity-differs", "stage:plan-draft"}, min = "0.1", max = "1000000") BigDecimal capacityKva,
            @Asked(usedBy = "stage:plan-draft", min = "0", max = "1000000") @Nullable BigDecimal equipmentKw,
            @Asked(usedBy = {"rule:survey.equipment-differs", "stage:plan-draft"}) @Nullable List<Appliance> appliances,
            @Asked(usedBy = "rule:survey.class-differs", maxLength = 40) @Nullable String nature) {

        /** The sum of what was counted, kW; nothing where nothing was. */
        public BigDecimal counted() {
            return appliances == null ? BigDecimal.ZERO : appliances.stream().map(one -> one.kw().multiply(BigDecimal.valueOf(one.count()))).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** Some of the equipment (用电设备), kW each. */
    public record Appliance(
            @Asked(usedBy = "stage:plan-draft", maxLength = 60) String name,
            @Asked(usedBy = "rule:survey.equipment-differs", min = "0", max = "1000000") BigDecimal kw,
            @Asked(usedBy = "rule:survey.equipment-differs", min = "1", max = "10000") int count) {}

    /**
     * @param feeder    the line or, at low voltage, the transformer, by the grid's code
     * @param distanceM metres from it to the customer
     */
    public record Point(
            @Asked(usedBy = "stage:plan-draft", maxLength = 60) String feeder,
            @Asked(usedBy = "stage:plan-draft", min = "0", max = "200000") BigDecimal distanceM,
            @Asked(usedBy = "stage:plan-draft", maxLength = 200) @Nullable String note) {}

    public List<Point> pointsOrNone() {
        return points == null ? List.of() : points;
    }
}
