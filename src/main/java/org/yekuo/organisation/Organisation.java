package org.yekuo.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yekuo.vocabulary.UnitCode;

/** Who works where (组织). */
public interface Organisation {

    Optional<Unit> unit(UnitCode code);

    /** All units, by code. */
    List<Unit> units();

    Optional<Hall> hall(String code);

    /** All halls and desks that take applications, by code. */
    List<Hall> halls();

    Optional<Staff> staff(String staffNo);

    /** Who may do the work of a role in a unit on a day: holders and their delegates, without those on leave unless nobody is left. */
    List<Staff> holders(UnitCode unit, Role role, LocalDate day);

    /** Whether a person holds a role in a unit on a day, by her own post or by delegation. */
    boolean holds(String staffNo, Role role, UnitCode unit, LocalDate day);

    /** Every hat a person wears on a day. */
    Set<Post> hats(String staffNo, LocalDate day);

    /** What a person may see on a day. */
    Scope scope(String staffNo, LocalDate day);
}
