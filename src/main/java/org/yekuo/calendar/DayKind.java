package org.yekuo.calendar;

import org.yekuo.vocabulary.Text;

/** Why a day counts as a working day, or does not. */
public enum DayKind {

    WEEKDAY(true, new Text("工作日", "weekday")),
    WORKING_WEEKEND(true, new Text("调休上班", "working weekend")),
    WEEKEND(false, new Text("周末", "weekend")),
    HOLIDAY(false, new Text("放假", "public holiday"));

    private final boolean working;
    private final Text label;

    DayKind(boolean working, Text label) {
        this.working = working;
        this.label = label;
    }

    public boolean isWorking() {
        return working;
    }

    public Text label() {
        return label;
    }
}
