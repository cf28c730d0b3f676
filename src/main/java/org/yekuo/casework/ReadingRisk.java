package org.yekuo.casework;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.RiskStore;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;

/** What is on its way and what is in danger (在途与风险), for whoever answers for units: exact figures, each with its cases. */
@Component
public class ReadingRisk {

    /** Which cases: all on their way, those with a promise due within five working days, those late, or those on hold. */
    public enum Show { OPEN, SOON, OVERDUE, HOLD }

    /**
     * A unit's or an account manager's figures.
     *
     * @param key  the unit's code, or a staff number; empty where nobody has the cases yet
     * @param kva  capacity applied for and not yet energised (结存容量), kVA
     */
    public record Figures(String key, long open, long soon, long overdue, long hold, BigDecimal kva) {}

    /** One case: its nearest promise that runs, where one does. */
    public record Item(CaseNo caseNo, String customer, String address, String handledBy, @Nullable String owner, String status, @Nullable Text limit, @Nullable LocalDate dueOn) {}

    /** @param cursor from the page before, or null at the beginning */
    public record Query(Show show, @Nullable String unit, @Nullable String owner, @Nullable String cursor, int size) {}

    public record Page(List<Item> items, long total, @Nullable String next) {}

    private final RiskStore store;

    ReadingRisk(RiskStore store) {
        this.store = store;
    }

    /** Figures of each unit the person may see, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<Figures> units(String staffNo) {
        return store.figures(staffNo, "c.handled_by");
    }

    /** Figures of each account manager in the units the person may see; who has most late first. */
    @Transactional(readOnly = true)
    public List<Figures> owners(String staffNo) {
        return store.figures(staffNo, "coalesce(c.owner, '')").stream()
                .sorted(java.util.Comparator.comparingLong(Figures::overdue).reversed().thenComparing(java.util.Comparator.comparingLong(Figures::open).reversed()).thenComparing(Figures::key)).toList();
    }

    /** The cases behind a figure, the nearest day first. */
    @Transactional(readOnly = true)
    public Page cases(String staffNo, Query query) {
        return store.cases(staffNo, query);
    }
}
