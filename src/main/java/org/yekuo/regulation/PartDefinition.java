package org.yekuo.regulation;

import org.jspecify.annotations.Nullable;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Text;

/**
 * One department's share of a stage: the lead, who closes it, or a countersign (会签).
 *
 * @param key      unique in its stage; the lead's is {@code lead}
 * @param role     who does it, or null when {@code approval} says
 * @param level    whose people
 * @param approval the subject of the approvals table ({@code PLAN}, {@code DESIGN}) that names role, level and countersigns
 * @param days     internal limit in working days from the day it opens
 */
public record PartDefinition(
        String key, Text name, Kind kind, @Nullable Role role, Level level, @Nullable String approval, Criteria when, int days) {

    public enum Kind { LEAD, COUNTERSIGN }
}
