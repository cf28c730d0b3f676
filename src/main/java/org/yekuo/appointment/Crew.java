package org.yekuo.appointment;

import java.util.List;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.UnitCode;

/**
 * People who go out together (班组).
 *
 * @param people     staff numbers, the first leads
 * @param perHalfDay how many customers they can see in half a day
 */
public record Crew(UnitCode company, String name, Role role, List<String> people, int perHalfDay) {}
