package org.yekuo.publishing.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Who may publish: the province's marketing department, which keeps the rules, and its administrator. Rules are the same for the whole province. */
@Component
public class Publishers {

    private static final Set<Role> ROLES = EnumSet.of(Role.PROVINCE_MARKETING, Role.ADMINISTRATOR);

    private final Organisation organisation;
    private final BusinessClock clock;

    Publishers(Organisation organisation, BusinessClock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    public boolean may(Actor actor) {
        return actor.kind() == Actor.Kind.STAFF && organisation.hats(actor.id(), clock.today()).stream()
                .anyMatch(hat -> hat.unit().isProvince() && ROLES.contains(hat.role()));
    }

    /** Why not, or empty when she may. */
    public Optional<Refusal> refuse(Actor actor) {
        return may(actor) ? Optional.empty() : Optional.of(new Refusal(Refusal.Kind.FORBIDDEN, List.of(Violation.of("publishing.not-allowed", actor.name(),
                ROLES.stream().map(Role::zh).collect(Collectors.joining("、")),
                ROLES.stream().map(role -> role.text().en()).collect(Collectors.joining(", "))))));
    }
}
