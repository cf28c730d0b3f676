package org.yekuo.stage.survey;

/** The part of a day an appointment is made for (预约时段): 上午, 下午, 晚上. */
public enum Slot { MORNING, AFTERNOON, EVENING }
