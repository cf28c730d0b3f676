package org.yekuo.stage.acceptance;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.access.Permissions;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

/** Who may take over cases of an old system, and for which units: whoever holds one of the act's roles in the unit or above it. */
@Component
class WhoTakesOver {

    private final Organisation organisation;
    private final BusinessClock clock;

    WhoTakesOver(Organisation organisation, BusinessClock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    boolean may(Actor importer, UnitCode unit) {
        return List.of(unit, unit.city(), unit.province()).stream().distinct()
                .anyMatch(above -> Permissions.rolesFor(CaseAct.IMPORT).stream().anyMatch(role -> organisation.holds(importer.id(), role, above, clock.today())));
    }

    /** The highest unit she may take over for. */
    Optional<UnitCode> of(Actor importer) {
        return organisation.hats(importer.id(), clock.today()).stream().filter(post -> Permissions.rolesFor(CaseAct.IMPORT).contains(post.role())).map(Post::unit)
                .min(Comparator.comparingInt((UnitCode unit) -> unit.value().length()).thenComparing(unit -> unit));
    }
}
