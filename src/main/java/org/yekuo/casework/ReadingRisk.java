package org.yekuo.casework;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.RiskFigures;
import org.yekuo.casework.internal.RiskStore;
import org.yekuo.form.PageOf;
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
     * How many cases of some kind there are.
     *
     * @param kva capacity applied for and not yet energised (结存容量), kVA
     */
    public record Counts(long open, long soon, long overdue, long hold, long constrained, BigDecimal kva) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, BigDecimal.ZERO);

        Counts plus(Counts more) {
            return new Counts(open + more.open, soon + more.soon, overdue + more.overdue, hold + more.hold, constrained + more.constrained, kva.add(more.kva));
        }

        long of(Show show) {
            return switch (show) {
                case OPEN -> open;
                case SOON -> soon;
                case OVERDUE -> overdue;
                case HOLD -> hold;
                case CONSTRAINED -> constrained;
            };
        }
    }

    /** The cases of one unit and account manager that lie with the same; {@code owner} is empty where nobody has them yet. */
    public record Tally(String handledBy, String owner, Cause liesWith, Counts counts) {}

    /** A unit's or an account manager's figures; {@code key} is the unit's code, or a staff number, empty where nobody has the cases yet. */
    public record Figures(String key, Counts counts) {}

    /** All figures of what a person may see, counted at one moment. */
    public record Overview(List<Tally> tallies) {

        /** Of each unit, in the order of their codes. */
        public List<Figures> units() {
            return figures(Tally::handledBy, Comparator.comparing(Figures::key));
        }

        /** Of each account manager; who has most late first. */
        public List<Figures> owners() {
            return figures(Tally::owner, Comparator.comparingLong((Figures one) -> one.counts().overdue()).reversed()
                    .thenComparing(Comparator.comparingLong((Figures one) -> one.counts().open()).reversed()).thenComparing(Figures::key));
        }

        /** With whom the late cases lie. */
        public List<Causes> causes() {
            return Arrays.stream(Cause.values()).map(cause -> new Causes(cause, tallies.stream().filter(tally -> tally.liesWith() == cause).mapToLong(tally -> tally.counts().overdue()).sum())).toList();
        }

        /** How long the list of a query is. */
        public long total(Query query) {
            return tallies.stream().filter(tally -> (query.unit() == null || query.unit().equals(tally.handledBy())) && (query.owner() == null || query.owner().equals(tally.owner()))
                    && (query.cause() == null || query.cause() == tally.liesWith())).mapToLong(tally -> tally.counts().of(query.show())).sum();
        }

        private List<Figures> figures(Function<Tally, String> by, Comparator<Figures> order) {
            return tallies.stream().collect(Collectors.groupingBy(by, Collectors.reducing(Counts.NONE, Tally::counts, Counts::plus))).entrySet().stream()
                    .map(one -> new Figures(one.getKey(), one.getValue())).sorted(order).toList();
        }
    }

    /** One case: its nearest promise that runs, where one does. */
    public record Item(CaseNo caseNo, String customer, String address, String handledBy, @Nullable String owner, String status, @Nullable Text limit, @Nullable LocalDate dueOn) {}

    /** @param cursor from the page before, or null at the beginning */
    public record Query(Show show, @Nullable String unit, @Nullable String owner, @Nullable Cause cause, @Nullable String cursor, int size) {

        public Query(Show show, @Nullable String unit, @Nullable String owner, @Nullable String cursor, int size) {
            this(show, unit, owner, null, cursor, size);
        }
    }

    private final RiskStore store;
    private final RiskFigures figures;

    ReadingRisk(RiskStore store, RiskFigures figures) {
        this.store = store;
        this.figures = figures;
    }

    /** Everything that is counted, in one reading. */
    @Transactional(readOnly = true)
    public Overview overview(String staffNo) {
        return new Overview(store.tallies(staffNo));
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

    /** The cases behind a figure, the nearest day first; {@link Overview#total} says how many there are. */
    @Transactional(readOnly = true)
    public PageOf<Item> cases(String staffNo, Query query) {
        return store.cases(staffNo, query);
    }
}
