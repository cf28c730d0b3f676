package org.yekuo.organisation;

import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.organisation.internal.OrganisationStore;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Enters a supply company or one of its halls, or corrects its name or phone (单位与营业厅). A unit needs the one above it. */
@Component
public class KeepingUnits {

    private final OrganisationStore store;

    KeepingUnits(OrganisationStore store) {
        this.store = store;
    }

    @Transactional
    public Answer<Unit> keep(Unit unit) {
        var wrong = new ArrayList<Violation>();
        var code = unit.code().value();
        if (!unit.code().isProvince() && !store.hasUnit(new UnitCode(code.substring(0, code.length() - 2)))) {
            wrong.add(Violation.at("code", "organisation.no-unit-above", code, unit.name()));
        }
        if (unit.name().isBlank()) {
            wrong.add(Violation.at("name", "organisation.unit-without-name", code));
        }
        if (wrong.isEmpty()) {
            store.save(unit);
        }
        return wrong.isEmpty() ? Answer.done(unit) : Answer.invalid(wrong);
    }

    /** A hall's code is that of its unit, a hyphen and two digits. */
    @Transactional
    public Answer<Hall> keep(Hall hall) {
        var wrong = new ArrayList<Violation>();
        if (!store.hasUnit(hall.unit())) {
            wrong.add(Violation.at("unit", "organisation.unknown-unit", hall.unit(), hall.name()));
        }
        if (!hall.code().matches(hall.unit() + "-\\d{2}")) {
            wrong.add(Violation.at("code", "organisation.hall-code", hall.code(), hall.unit()));
        }
        if (hall.name().isBlank()) {
            wrong.add(Violation.at("name", "organisation.unit-without-name", hall.code()));
        }
        if (wrong.isEmpty()) {
            store.save(hall);
        }
        return wrong.isEmpty() ? Answer.done(hall) : Answer.invalid(wrong);
    }
}
