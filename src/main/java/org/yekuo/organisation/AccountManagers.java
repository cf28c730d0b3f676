package org.yekuo.organisation;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.UnitCode;

/** Chooses account managers A and B (客户经理 A、B 角) by area, leave and load. */
public interface AccountManagers {

    /** An owner, and who stands in for her. */
    record Assignment(String owner, @Nullable String deputy) {}

    /**
     * By the area's row A owns the case, or B while A is on leave or gone. Without a row, or with both away, the least loaded account manager of
     * the unit owns it, by staff number when equal, and the next one stands in.
     *
     * @param area      台区 or quarter of the premises, where it is known
     * @param openCases how many open cases each manager of the unit has
     */
    Assignment assign(UnitCode handledBy, @Nullable String area, LocalDate day, Map<String, Integer> openCases);
}
