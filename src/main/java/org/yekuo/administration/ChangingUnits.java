package org.yekuo.administration;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.administration.internal.TraceStore;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.KeepingUnits;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Enters or corrects a unit or a hall (单位与营业厅), with its trace. A unit is entered or renamed from above, a hall by its own administrator too. */
@Component
public class ChangingUnits {

    private final Administrators administrators;
    private final KeepingUnits keeping;
    private final Organisation organisation;
    private final TraceStore traces;

    ChangingUnits(Administrators administrators, KeepingUnits keeping, Organisation organisation, TraceStore traces) {
        this.administrators = administrators;
        this.keeping = keeping;
        this.organisation = organisation;
        this.traces = traces;
    }

    @Transactional
    public Answer<Unit> change(Unit unit, Actor actor) {
        return kept(administrators.administersAbove(actor, unit.code()), "code", unit.code(), () -> keeping.keep(unit),
                () -> traces.add(unit.code(), unit.code().value(), Trace.Act.UNIT_KEPT, List.of(unit.name()), actor));
    }

    @Transactional
    public Answer<Hall> change(Hall hall, Actor actor) {
        var elsewhere = organisation.hall(hall.code()).filter(known -> !known.unit().equals(hall.unit())).isPresent();
        return kept(!elsewhere && administrators.administers(actor, hall.unit()), "code", hall.unit(), () -> keeping.keep(hall),
                () -> traces.add(hall.unit(), hall.code(), Trace.Act.HALL_KEPT, List.of(hall.name(), hall.phone()), actor));
    }

    private static <T> Answer<T> kept(boolean may, String field, UnitCode unit, Supplier<Answer<T>> keep, Runnable note) {
        if (!may) {
            return Answer.refused(Refusal.Kind.FORBIDDEN, Violation.at(field, "administration.unit-not-yours", unit));
        }
        var answer = keep.get();
        if (answer instanceof Answer.Done<T>) {
            note.run();
        }
        return answer;
    }
}
