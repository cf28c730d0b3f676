package org.yekuo.grid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/**
 * Open capacity (可开放容量): declared by month for each feeder, held while a plan is drafted (暂占), reserved when it is replied (确占).
 * Writes take part in the caller's transaction and lock the feeders they touch until it ends.
 */
public interface Capacity {

    /** Feeders of {@code voltageKv} that {@code handledBy} or a unit below it operates and that can carry {@code kva} more on {@code day}; most remaining first. */
    List<FeederCapacity> candidates(UnitCode handledBy, BigDecimal voltageKv, BigDecimal kva, LocalDate day);

    /** What is open on one feeder on {@code day}; empty when there is no such feeder or nothing was ever declared for it. */
    Optional<FeederCapacity> of(UnitCode unit, String feeder, LocalDate day);

    /**
     * Holds capacity; the same case, phase and feeder again replaces what it held or had reserved. To move to other feeders, {@link #release} first,
     * in the same transaction. Refuses an unknown feeder, a last day that is past, and
     * more than remains ({@code grid.capacity-short}, a conflict that names what remains).
     */
    Answer<Hold> hold(HoldOrder order);

    /** Turns the case's holds into reservations. A hold that had expired is renewed if its capacity is still open, else all is refused. */
    Answer<List<Hold>> confirm(UnitCode unit, CaseNo caseNo);

    /** Gives back what the case holds or has reserved; what is energised stays. */
    List<Hold> release(UnitCode unit, CaseNo caseNo);

    /** The phase is energised on {@code on}: its reservations become load. */
    List<Hold> use(UnitCode unit, CaseNo caseNo, int phase, LocalDate on);

    /** What the case has taken or had, in order of phase and feeder. */
    List<Hold> of(UnitCode unit, CaseNo caseNo);

    /** What several cases have taken or had; of each in order of phase and feeder. */
    List<Hold> ofAll(Collection<CaseNo> cases);

    /** Declares what is open on a feeder in a month, counting the load connected before it; declaring again replaces it. */
    default Answer<FeederCapacity> declare(UnitCode unit, String feeder, YearMonth month, BigDecimal kva, Actor by) {
        return declare(unit, feeder, month, month, kva, by);
    }

    /** Declares the same for each month from {@code first} to {@code last}; answers what is open on the first day of the first. */
    Answer<FeederCapacity> declare(UnitCode unit, String feeder, YearMonth first, YearMonth last, BigDecimal kva, Actor by);
}
