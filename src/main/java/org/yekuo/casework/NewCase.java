package org.yekuo.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;

/**
 * A case to register (预受理): it exists from the first contact.
 *
 * @param unit           the supplying city company
 * @param handledBy      the city or county that handles it
 * @param acceptedByUnit the unit of the accepting hall, which may be another
 * @param area           the 台区 or quarter, for finding the account manager
 * @param phoneTail      the last four digits of the phone, for searching
 */
public record NewCase(
        UnitCode unit, UnitCode handledBy, String hall, UnitCode acceptedByUnit, long customerId, long premisesId, Application application,
        Facts facts, Pack pack, Procedure procedure, @Nullable String area, @Nullable String phoneTail, Actor actor) {

    /** What the worklist's search finds it by. */
    public List<String> searchable() {
        return List.of(application.customerName(), application.address());
    }
}
