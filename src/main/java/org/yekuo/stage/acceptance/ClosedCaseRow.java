package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.casework.RecordedHistory;
import org.yekuo.customer.IdType;
import org.yekuo.form.Asked;

/**
 * One closed case of an old system (历史工单): a line of an import. It is as small as what any old system can give.
 *
 * @param originalNo its number there; taken over once in a city
 * @param unit       the city or county company that supplies
 * @param handledBy  the city or county that handled it; {@code unit} when not said
 * @param acceptedOn the day it was accepted; the pack in force then applies
 * @param channel    how it came; over the counter when not said
 * @param consumerNo the account it led to or changed (户号)
 */
record ClosedCaseRow(
        @Asked(usedBy = "room:casework", maxLength = 60) String originalNo,
        @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String originalSystem,
        @Asked(usedBy = "room:casework", pattern = "\\d{4}|\\d{6}") String unit,
        @Asked(usedBy = "room:casework", pattern = "\\d{4}|\\d{6}") @Nullable String handledBy,
        @Asked(usedBy = "room:casework", maxLength = 40) String business,
        @Asked(usedBy = "room:casework") LocalDate acceptedOn,
        @Asked(usedBy = "room:casework") Application.@Nullable Channel channel,
        @Asked(usedBy = "room:casework") Applicant applicant,
        @Asked(usedBy = "room:casework", maxLength = 200) String address,
        @Asked(usedBy = "room:casework") Load load,
        @Asked(usedBy = "room:casework") List<Stage> stages,
        @Asked(usedBy = "room:casework") List<Pause> pauses,
        @Asked(usedBy = "room:casework") Ended ended,
        @Asked(usedBy = "room:casework", maxLength = 40) @Nullable String consumerNo,
        @Asked(usedBy = "room:casework") @Nullable Archive archive) {

    /** Who applied; what identifies her may be unknown. */
    record Applicant(
            @Asked(usedBy = "room:customer", maxLength = 120) String name, @Asked(usedBy = "room:customer") IdType idType,
            @Asked(usedBy = "room:customer", maxLength = 40) @Nullable String idNumber, @Asked(usedBy = "room:customer", maxLength = 60) @Nullable String contact,
            @Asked(usedBy = "room:customer", maxLength = 30) @Nullable String phone) {}

    /**
     * What its class and limits follow from.
     *
     * @param customerClass as the old system had it; from the pack's table when not said
     * @param phase         SINGLE or THREE; single up to 0.22 kV, else three, when not said
     */
    record Load(
            @Asked(usedBy = "room:casework", maxLength = 40) @Nullable String customerClass, @Asked(usedBy = "room:casework", maxLength = 40) String nature,
            @Asked(usedBy = "room:casework", min = "0.1") BigDecimal capacityKva, @Asked(usedBy = "room:casework", min = "0.1") @Nullable BigDecimal demandKw,
            @Asked(usedBy = "room:casework", min = "0.1") BigDecimal voltageKv, @Asked(usedBy = "room:casework", maxLength = 10) @Nullable String phase,
            @Asked(usedBy = "room:casework", min = "1", max = "9") @Nullable Integer sources, @Asked(usedBy = "room:casework", min = "1", max = "9") @Nullable Integer circuits,
            @Asked(usedBy = "room:casework", maxLength = 20) @Nullable String importance, @Asked(usedBy = "room:casework") @Nullable Boolean community) {}

    /** One round of a stage; {@code by} is a name. */
    record Stage(
            @Asked(usedBy = "room:casework", maxLength = 60) String stage, @Asked(usedBy = "room:casework") LocalDate openedOn,
            @Asked(usedBy = "room:casework") @Nullable LocalDate closedOn, @Asked(usedBy = "room:casework") @Nullable LocalDate servedOn,
            @Asked(usedBy = "room:casework") RecordedHistory.@Nullable Conclusion outcome, @Asked(usedBy = "room:casework", maxLength = 60) @Nullable String by,
            @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String note, @Asked(usedBy = "room:casework") List<Part> parts) {}

    /** A colleague's part that a limit goes by. */
    record Part(@Asked(usedBy = "room:casework", maxLength = 60) String part, @Asked(usedBy = "room:casework") LocalDate closedOn) {}

    /** A time in which the old system says clocks stood. */
    record Pause(
            @Asked(usedBy = "room:casework", maxLength = 60) String reason, @Asked(usedBy = "room:casework") LocalDate from,
            @Asked(usedBy = "room:casework") LocalDate to) {}

    record Ended(
            @Asked(usedBy = "room:casework") RecordedHistory.Ending how, @Asked(usedBy = "room:casework") LocalDate on,
            @Asked(usedBy = "room:casework", maxLength = 500) @Nullable String reason) {}

    /** Where its papers are: 档案号、存放位置. */
    record Archive(
            @Asked(usedBy = "room:casework", maxLength = 60) String no, @Asked(usedBy = "room:casework", maxLength = 200) @Nullable String place) {}
}
