package org.yekuo.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.TodayStore;
import org.yekuo.vocabulary.CaseNo;

/** What else a person finds in the morning (今天): work that came back to her, and what customers did by themselves. */
@Component
public class ReadingToday {

    /**
     * A part that is to be done again.
     *
     * @param reason   why, in the words of who sent it back or did not pass it; empty where none were said
     * @param sentBack whether somebody sent the case back; else its earlier round did not pass
     */
    public record Returned(CaseNo caseNo, String customer, String stage, int phase, int round, String part, boolean lead, boolean sentBack, String reason,
            @Nullable String by, @Nullable LocalDate on, @Nullable LocalDate dueOn) {}

    /**
     * Something a customer did.
     *
     * @param kind  the ledger's word for it
     * @param stage the stage it is about, where it is about one
     */
    public record Arrived(CaseNo caseNo, String customer, String address, String kind, @Nullable String stage, Instant at) {}

    private final TodayStore store;

    ReadingToday(TodayStore store) {
        this.store = store;
    }

    /** What came back and lies with her, or with nobody while she holds the role; the earliest latest day first. */
    @Transactional(readOnly = true)
    public List<Returned> returned(String staffNo, int most) {
        return store.returned(staffNo, most);
    }

    /** What customers did in the last three days: in her own cases, and applications nobody has taken where she may take them. The newest first. */
    @Transactional(readOnly = true)
    public List<Arrived> arrived(String staffNo, int most) {
        return store.arrived(staffNo, most);
    }
}
