package org.yekuo.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/**
 * One appointment with the customer (预约). The telephone number stays with the customer's record.
 *
 * @param n       which of the case's
 * @param company whose people come
 * @param crew    the name of the crew, where they are one
 * @param wishes  other times the customer asked for
 * @param note    why it was not kept
 * @param photo   the stored photo of the closed door or the danger
 * @param answers of the colleagues invited to come along
 */
public record Appointment(
        CaseNo caseNo, int n, UnitCode company, String stage, int phase, String customer, String place, @Nullable String crew, Visit visit, State state,
        List<Wish> wishes, @Nullable String note, @Nullable String photo, List<Reply> answers) {

    /** 待客户确认, 已与客户约定, 已完成, 客户未到场, 我方未到场, 已取消. */
    public enum State {
        PROPOSED, AGREED, DONE, CUSTOMER_NO_SHOW, CREW_NO_SHOW, CANCELLED;

        public boolean live() {
            return this == PROPOSED || this == AGREED;
        }
    }

    /** Another time. */
    public record Wish(LocalDate day, Slot slot) {}

    /** Whether the colleague of a part (联合勘查) comes. */
    public record Reply(String part, boolean coming, @Nullable String reason, String byName, LocalDate on) {}

    public LocalDate day() {
        return visit.day();
    }

    public Slot slot() {
        return visit.slot();
    }

    public @Nullable LocalTime from() {
        return visit.from();
    }

    public @Nullable LocalTime to() {
        return visit.to();
    }
}
