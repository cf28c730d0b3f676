package org.yekuo.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
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
 * @param premisesUnit   the city or county company the premises lie in, which may be below the one that handles it
 * @param beside         the case this one goes with without being the same need, or null
 */
public record NewCase(
        UnitCode unit, UnitCode handledBy, String hall, UnitCode acceptedByUnit, long customerId, long premisesId, Application application,
        Facts facts, Pack pack, Procedure procedure, @Nullable String area, @Nullable String phoneTail, Actor actor, UnitCode premisesUnit,
        @Nullable Beside beside) {

    /** Another case a case goes with (关联申请): it makes that one's temporary supply permanent (临时转正式), or supplies its households (户表批量). */
    public record Beside(CaseNo caseNo, Kind kind) {

        public enum Kind { MADE_PERMANENT, HOUSEHOLDS_OF }
    }

    /** A case that stands alone. */
    public NewCase(UnitCode unit, UnitCode handledBy, String hall, UnitCode acceptedByUnit, long customerId, long premisesId, Application application,
            Facts facts, Pack pack, Procedure procedure, @Nullable String area, @Nullable String phoneTail, Actor actor, UnitCode premisesUnit) {
        this(unit, handledBy, hall, acceptedByUnit, customerId, premisesId, application, facts, pack, procedure, area, phoneTail, actor, premisesUnit, null);
    }

    /** A case for premises that lie in the unit that handles it. */
    public NewCase(UnitCode unit, UnitCode handledBy, String hall, UnitCode acceptedByUnit, long customerId, long premisesId, Application application,
            Facts facts, Pack pack, Procedure procedure, @Nullable String area, @Nullable String phoneTail, Actor actor) {
        this(unit, handledBy, hall, acceptedByUnit, customerId, premisesId, application, facts, pack, procedure, area, phoneTail, actor, handledBy);
    }

    /** The same case, with what is known of the phone. */
    NewCase withPhoneTail(@Nullable String tail) {
        return new NewCase(unit, handledBy, hall, acceptedByUnit, customerId, premisesId, application, facts, pack, procedure, area, tail, actor, premisesUnit, beside);
    }

    /** What the worklist's search finds it by. */
    public List<String> searchable() {
        return List.of(application.customerName(), application.address());
    }
}
