package org.yekuo.organisation.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.organisation.AccountManagers;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.YekuoException;

@Component
class AssignedManagers implements AccountManagers {

    private final OrganisationStore store;

    AssignedManagers(OrganisationStore store) {
        this.store = store;
    }

    @Override
    public Assignment assign(UnitCode handledBy, @Nullable String area, LocalDate day, Map<String, Integer> openCases) {
        var snapshot = store.snapshot();
        var byArea = snapshot.areaOf(handledBy, area);
        if (byArea != null) {
            var b = byArea.b() != null && snapshot.holds(byArea.b(), Role.ACCOUNT_MANAGER, handledBy, day) ? byArea.b() : null;
            var a = snapshot.holds(byArea.a(), Role.ACCOUNT_MANAGER, handledBy, day) ? byArea.a() : null;
            if (a != null && !snapshot.onLeave(a, day)) {
                return new Assignment(a, b);
            }
            if (b != null && !snapshot.onLeave(b, day)) {
                return new Assignment(b, a);
            }
        }
        var managers = new ArrayList<>(snapshot.holders(handledBy, Role.ACCOUNT_MANAGER, day));
        if (managers.isEmpty()) {
            throw new YekuoException("organisation.no-account-manager", "The unit " + handledBy + " has nobody who holds the post of account manager.");
        }
        managers.sort(Comparator.comparingInt((Staff staff) -> openCases.getOrDefault(staff.no(), 0)).thenComparing(Staff::no));
        return new Assignment(managers.getFirst().no(), managers.size() > 1 ? managers.get(1).no() : null);
    }
}
