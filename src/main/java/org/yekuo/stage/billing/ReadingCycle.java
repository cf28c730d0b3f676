package org.yekuo.stage.billing;

import java.time.LocalDate;

/** How often meters are read (抄表周期), with the code other systems know it by (营销代码): 不抄, 每月, 单月, 双月, 每月多次, 不定期. */
public enum ReadingCycle {
    NONE(0), MONTHLY(1), ODD_MONTHS(2), EVEN_MONTHS(3), SEVERAL_A_MONTH(4), IRREGULAR(5);

    private final int code;

    ReadingCycle(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Whether meters are read in that day's month. */
    public boolean reads(LocalDate day) {
        return switch (this) {
            case NONE -> false;
            case MONTHLY, SEVERAL_A_MONTH, IRREGULAR -> true;
            case ODD_MONTHS -> day.getMonthValue() % 2 == 1;
            case EVEN_MONTHS -> day.getMonthValue() % 2 == 0;
        };
    }

    /** The last day on which a supply energised on {@code day} may be read first: one cycle later, a month where the cycle has no length. */
    public LocalDate firstReadingBy(LocalDate day) {
        return switch (this) {
            case ODD_MONTHS, EVEN_MONTHS -> day.plusMonths(2);
            case NONE, MONTHLY, SEVERAL_A_MONTH, IRREGULAR -> day.plusMonths(1);
        };
    }
}
