package org.yekuo.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.yekuo.form.Asked;

/** What is asked of whoever makes, answers or ends an appointment (预约表单). */
public final class AppointmentForms {

    private AppointmentForms() {}

    /**
     * 派工.
     *
     * @param crew      the crew's name, or the staff number of somebody who goes alone
     * @param lateKnown that the day lies after the latest is known
     */
    public record PlaceForm(
            @Asked(usedBy = "room:appointment", maxLength = 60) String crew, @Asked(usedBy = "rule:appointment.past") LocalDate day,
            @Asked(usedBy = "room:appointment") Slot slot, @Asked(usedBy = "rule:appointment.hours") @Nullable LocalTime from,
            @Asked(usedBy = "rule:appointment.hours") @Nullable LocalTime to, @Asked(usedBy = "rule:appointment.beyond-latest") boolean lateKnown) {}

    /** 未能上门, 取消. */
    public record EndForm(
            @Asked(usedBy = "room:supervision") Ending how, @Asked(usedBy = "room:supervision", maxLength = 500) String reason,
            @Asked(usedBy = "rule:appointment.photo-missing", maxLength = 64) @Nullable String photo) {}

    /** How an appointment may end without its work. */
    public enum Ending {
        CUSTOMER_NO_SHOW, CREW_NO_SHOW, CANCELLED;

        Appointment.State state() {
            return Appointment.State.valueOf(name());
        }
    }

    /** 另约: one or two other times. */
    public record WishForm(
            @Asked(usedBy = "rule:appointment.wish-past") LocalDate firstDay, @Asked(usedBy = "room:appointment") Slot firstSlot,
            @Asked(usedBy = "rule:appointment.wish-past") @Nullable LocalDate secondDay, @Asked(usedBy = "room:appointment") @Nullable Slot secondSlot) {}

    /** 班组. */
    public record CrewForm(
            @Asked(usedBy = "room:appointment", maxLength = 30) String name, @Asked(usedBy = "room:appointment") CrewRole role,
            @Asked(usedBy = "rule:appointment.crew-empty") java.util.List<String> people,
            @Asked(usedBy = "rule:appointment.crew-full", min = "1", max = "20") int perHalfDay) {}

    /** What crews there are. */
    public enum CrewRole { SURVEYOR, INSPECTOR, METER_INSTALLER }
}
