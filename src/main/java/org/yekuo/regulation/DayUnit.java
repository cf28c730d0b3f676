package org.yekuo.regulation;

import org.yekuo.vocabulary.Text;

/** In what a limit is counted. Only working days skip rest days; months and years run to the same day, or the month's last. */
public enum DayUnit {
    WORKING_DAY("个工作日", "working days"), DAY("日", "days"), MONTH("个月", "months"), YEAR("年", "years");

    private final Text text;

    DayUnit(String zh, String en) {
        text = new Text(zh, en);
    }

    /** As it stands behind a number. */
    public Text text() {
        return text;
    }
}
