package org.yekuo.casework;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.RiskFigures;
import org.yekuo.casework.internal.RiskStore;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;

/** What is on its way and what is in danger (在途与风险), for whoever answers for units: exact figures, each with its cases. */
@Component
public class ReadingRisk {

    /** Which cases: all on their way, those with a promise due within five working days, those late, those on hold, or those without capacity (受限). */
    public enum Show { OPEN, SOON, OVERDUE, HOLD, CONSTRAINED }

    /**
     * With whom a late case lies, as the ledger has it: with a THIRD party, where its clocks stand for a reason of the government's or of nature; with the GRID,
     * where there is no capacity; with the CUSTOMER, where only her request is waited for; else with the COMPANY.
     */
    public enum Cause { COMPANY, CUSTOMER, THIRD, GRID }

    /** How many late cases lie with whom. */
    public record Causes(Cause cause, long cases) {}

    /** What one person has open, and how much of it is late. */
    public record Load(String staffNo, long open, long overdue) {}

    /** The cases archived in a month: how many, and the mean working days in which the company, and else the customer, had them. */
    public record Month(String month, long cases, BigDecimal companyDays, BigDecimal customerDays) {}

    /** Something about time that asks to be looked at: a LATE_ENTRY, a DATE_CORRECTED, or a limit met on its LAST_DAY. */
    public record Suspicious(String kind, CaseNo caseNo, String customer, String handledBy, LocalDate on, @Nullable String was, @Nullable String becomes, @Nullable String because, @Nullable String by) {}

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
    public record Query(Show show, @Nullable String unit, @Nullable String owner, @Nullable Cause cause, @Nullable String cursor, int size) {

        public Query(Show show, @Nullable String unit, @Nullable String owner, @Nullable String cursor, int size) {
            this(show, unit, owner, null, cursor, size);
        }
    }

    public record Page(List<Item> items, long total, @Nullable String next) {}

    private final RiskStore store;
    private final RiskFigures figures;

    ReadingRisk(RiskStore store, RiskFigures figures) {
        this.store = store;
        this.figures = figures;
    }

    /** With whom the late cases lie. */
    @Transactional(readOnly = true)
    public List<Causes> causes(String staffNo) {
        return store.causes(staffNo);
    }

    /** What each person has in the units the asker may see; who has most late first. */
    @Transactional(readOnly = true)
    public List<Load> load(String staffNo) {
        return figures.load(store.scope(staffNo));
    }

    /** The last six months. */
    @Transactional(readOnly = true)
    public List<Month> months(String staffNo) {
        return figures.months(store.scope(staffNo));
    }

    /** What asks to be looked at in the last thirty days, the newest first, at most {@code most}. */
    @Transactional(readOnly = true)
    public List<Suspicious> suspicious(String staffNo, int most) {
        return figures.suspicious(store.scope(staffNo), most);
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
