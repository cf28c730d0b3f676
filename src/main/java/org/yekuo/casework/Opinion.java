package org.yekuo.casework;

/** A colleague's opinion (会签意见). {@code ABSENT} is recorded and does not block. */
public enum Opinion { AGREE, AGREE_WITH_REMARK, REFUSE, ABSENT }
