package org.yekuo.organisation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.UnitCode;

/** What a person may see (数据范围): her units with everything below them, and what their halls accepted. */
public record Scope(String staffNo, Set<UnitCode> units) {

    public Scope {
        units = Set.copyOf(units);
    }

    public boolean covers(UnitCode handledBy) {
        return units.stream().anyMatch(unit -> unit.covers(handledBy));
    }

    /** Whether she sees a case handled by one unit and accepted in a hall of another. */
    public boolean sees(UnitCode handledBy, @Nullable UnitCode acceptedByUnit) {
        return covers(handledBy) || acceptedByUnit != null && covers(acceptedByUnit);
    }
}
