package org.yekuo.appointment;

import java.time.LocalTime;

/** The part of a day an appointment is made for (预约时段): 上午, 下午, 晚上. */
public enum Slot {
    MORNING, AFTERNOON, EVENING;

    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime SIX = LocalTime.of(18, 0);

    /** The part a time of day lies in. */
    public static Slot of(LocalTime time) {
        return time.isBefore(NOON) ? MORNING : time.isBefore(SIX) ? AFTERNOON : EVENING;
    }
}
