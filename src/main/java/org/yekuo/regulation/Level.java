package org.yekuo.regulation;

/** Whose people do a part: the accepting hall's unit, the unit that handles the case, its city company, the province. */
public enum Level { HALL, HANDLER, CITY, PROVINCE }
