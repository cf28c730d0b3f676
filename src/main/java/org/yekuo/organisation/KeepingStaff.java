package org.yekuo.organisation;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.organisation.internal.OrganisationStore;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Enters a person, corrects her name or phone, or notes that she has left or come back (人员变动). Who has left holds nothing and can't sign in. */
@Component
public class KeepingStaff {

    private final OrganisationStore store;

    KeepingStaff(OrganisationStore store) {
        this.store = store;
    }

    @Transactional
    public Answer<Staff> keep(Staff staff) {
        var wrong = check(staff);
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        store.save(staff);
        return Answer.done(staff);
    }

    /** Enters somebody new in a unit, to which she belongs while she holds no post; refused when the number is taken. */
    @Transactional
    public Answer<Staff> enter(Staff staff, UnitCode unit) {
        var wrong = check(staff);
        if (!store.hasUnit(unit)) {
            wrong.add(Violation.at("unit", "organisation.unknown-unit", unit, staff.no()));
        }
        if (wrong.isEmpty() && !store.enter(staff, unit)) {
            wrong.add(Violation.at("no", "organisation.staff-number-taken", staff.no()));
        }
        return wrong.isEmpty() ? Answer.done(staff) : Answer.invalid(wrong);
    }

    private static List<Violation> check(Staff staff) {
        var wrong = new ArrayList<Violation>();
        if (!staff.no().matches("[A-Za-z0-9-]{2,40}")) {
            wrong.add(Violation.at("no", "organisation.staff-number-shape", staff.no()));
        }
        if (staff.name().isBlank()) {
            wrong.add(Violation.at("name", "organisation.staff-without-name", staff.no()));
        }
        return wrong;
    }
}
