package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.internal.TransferStore;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The transfers a person's units have sent or been sent and that nobody has answered yet (待接收移交), the most urgent first. */
@Component
public class ReadingTransfers {

    /** One of them; overdue when the receiving unit has had its working days. */
    public record Waiting(
            CaseNo caseNo, String customer, int n, String from, String to, String reason, String askedBy, LocalDate askedOn, LocalDate dueOn, boolean overdue) {}

    private final TransferStore store;
    private final Organisation organisation;
    private final BusinessClock clock;

    ReadingTransfers(TransferStore store, Organisation organisation, BusinessClock clock) {
        this.store = store;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Waiting> waiting(String staffNo) {
        var today = clock.today();
        var units = organisation.hats(staffNo, today).stream().map(Post::unit).distinct().toList();
        return units.stream().filter(unit -> !unit.isProvince()).map(UnitCode::city).distinct()
                .flatMap(city -> store.waiting(city, units, today).stream()).toList();
    }
}
