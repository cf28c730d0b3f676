package org.yekuo.casework.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.internal.ledger.PartRow;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

/** Who of several colleagues gets what a leaver had: somebody who may do it, and of those who has got least so far. */
@Component
public class Heirs {

    private final Organisation organisation;
    private final Duties duties;
    private final BusinessClock clock;

    Heirs(Organisation organisation, Duties duties, BusinessClock clock) {
        this.organisation = organisation;
        this.duties = duties;
        this.clock = clock;
    }

    public Optional<String> owner(Desk desk, String leaver, List<String> colleagues, Map<String, Integer> load) {
        return least(holders(Role.ACCOUNT_MANAGER, desk.file.handledBy, leaver, colleagues), load);
    }

    /** By role and by what each has done in the case. What was the owner's part stays with the new owner. */
    public Optional<String> of(Desk desk, Run run, PartRow part, String leaver, List<String> colleagues, @Nullable String owner,
            Map<String, Integer> load) {
        var able = holders(part.role, part.responsibleUnit, leaver, colleagues).filter(no -> duties.check(desk, run, part, actor(no), null).isEmpty()).toList();
        return part.role == Role.ACCOUNT_MANAGER && owner != null && able.contains(owner) ? Optional.of(owner) : least(able.stream(), load);
    }

    private Stream<String> holders(Role role, UnitCode unit, String leaver, List<String> colleagues) {
        return colleagues.stream().distinct().filter(no -> !no.equals(leaver) && organisation.holds(no, role, unit, clock.today()));
    }

    private Actor actor(String no) {
        return Actor.staff(no, organisation.staff(no).map(Staff::name).orElse(no));
    }

    private static Optional<String> least(Stream<String> able, Map<String, Integer> load) {
        var heir = able.min(Comparator.comparingInt(no -> load.getOrDefault(no, 0)));
        heir.ifPresent(no -> load.merge(no, 1, Integer::sum));
        return heir;
    }
}
