package org.yekuo.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.organisation.internal.OrganisationStore;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/** Enters units, halls, people, posts and areas, all or nothing; what is there already is brought up to date. */
@Component
public class SettingUpOrganisation {

    private final OrganisationStore store;

    SettingUpOrganisation(OrganisationStore store) {
        this.store = store;
    }

    /** Answers how many posts there are now; refuses posts of unknown people or units, and units without the one above. */
    @Transactional
    public Answer<Integer> setUp(Setup setup) {
        var wrong = check(setup);
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        store.save(setup);
        return Answer.done(setup.posts().size());
    }

    private static List<Violation> check(Setup setup) {
        var wrong = new ArrayList<Violation>();
        var units = setup.units().stream().map(unit -> unit.code().value()).collect(Collectors.toSet());
        var staff = new HashSet<String>();
        for (var person : setup.staff()) {
            if (!staff.add(person.no())) {
                wrong.add(Violation.of("organisation.staff-twice", person.no(), person.name()));
            }
        }
        for (var unit : setup.units()) {
            var code = unit.code().value();
            if (code.length() > 2 && !units.contains(code.substring(0, code.length() - 2))) {
                wrong.add(Violation.of("organisation.no-unit-above", code, unit.name()));
            }
        }
        for (var hall : setup.halls()) {
            if (!units.contains(hall.unit().value())) {
                wrong.add(Violation.of("organisation.unknown-unit", hall.unit(), hall.name()));
            }
        }
        for (var post : setup.posts()) {
            if (!staff.contains(post.staffNo())) {
                wrong.add(Violation.of("organisation.unknown-staff", post.staffNo(), post.role().zh()));
            }
            if (!units.contains(post.unit().value())) {
                wrong.add(Violation.of("organisation.unknown-unit", post.unit(), post.staffNo()));
            }
        }
        return wrong;
    }
}
