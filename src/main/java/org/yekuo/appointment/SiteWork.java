package org.yekuo.appointment;

import java.util.Optional;
import org.yekuo.casework.StageResult;
import org.yekuo.organisation.Role;

/** A stage whose work is done at the customer's (上门环节), so that it wants an appointment; its room declares it. */
public interface SiteWork {

    /** The stage's key in the packs. */
    String key();

    /** Who goes there. */
    Role crew();

    /** The stage before it that sends the crew (派工), where there is one: while that is open, placing the visit closes it. */
    default Optional<String> orderedBy() {
        return Optional.empty();
    }

    /** The result that closes the stage which sends the crew. */
    default StageResult order(Visit visit) {
        throw new IllegalStateException("The stage " + key() + " is ordered by no other.");
    }
}
