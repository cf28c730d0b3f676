package org.yekuo.casework.internal;

import java.util.Objects;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.UnderWay;
import org.yekuo.database.OneTrip;
import org.yekuo.form.PageKey;

/** The row of a case on its way, written on the trip that writes the case; nothing where nothing of it moved. */
final class UnderWayStore {

    private static final String PUT = """
            insert into under_way (unit, case_no, handled_by, owner, held, due_on, capacity_kva, lies_with, awaits_capacity, accepted_on, powered_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (unit, case_no) do update set handled_by = excluded.handled_by, owner = excluded.owner, held = excluded.held, due_on = excluded.due_on,
              capacity_kva = excluded.capacity_kva, lies_with = excluded.lies_with, awaits_capacity = excluded.awaits_capacity,
              accepted_on = excluded.accepted_on, powered_on = excluded.powered_on""";

    private static final String TAKE_OUT = "delete from under_way where unit = ? and case_no = ?";

    private UnderWayStore() {}

    static void save(OneTrip trip, CaseFile file) {
        var was = file.underWay;
        var is = UnderWay.of(file).orElse(null);
        file.underWay = is;
        if (Objects.equals(was, is)) {
            return;
        }
        if (is == null) {
            trip.tell(TAKE_OUT, file.unit().value(), file.no.value());
        } else {
            trip.tell(PUT, file.unit().value(), file.no.value(), is.handledBy().value(), is.owner(), is.held(),
                    Objects.requireNonNullElse(is.dueOn(), PageKey.NEVER), is.capacityKva(), is.liesWith().name(), is.awaitsCapacity(), is.acceptedOn(), is.poweredOn());
        }
    }
}
