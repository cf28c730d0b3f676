package org.yekuo.regulation;

/** In what a limit is counted. Only working days skip rest days; months and years run to the same day, or the month's last. */
public enum DayUnit { WORKING_DAY, DAY, MONTH, YEAR }
