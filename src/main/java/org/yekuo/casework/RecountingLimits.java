package org.yekuo.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.calendar.MachineClock;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.RecomputationStore;
import org.yekuo.casework.internal.RecomputationStore.Stale;
import org.yekuo.casework.internal.ledger.Recounting;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.YekuoException;

/**
 * Reckons all cases on their way by a new calendar (日历变更后的重算, semantics 22): one case to a transaction, so that a program that is
 * killed goes on where it was, and nobody at a counter waits for more than one case; cases in which nothing runs across a changed day are passed
 * by in hundreds. What acts have reckoned anew meanwhile is left alone.
 */
@Component
public class RecountingLimits {

    /**
     * One recomputation and how far it is.
     *
     * @param finishedAt when no case stood by another calendar any more; null while some do
     * @param cases      how many cases it looked at
     */
    public record Recomputation(
            long id, String calendarVersion, Instant startedAt, @Nullable Instant finishedAt, long cases, long limitsMoved, long partsMoved) {}

    /** How many running limits, of how many cases, span some of the days between two: what a change of these days may move. */
    public record Across(long cases, long limits) {}

    private static final Logger LOG = LoggerFactory.getLogger(RecountingLimits.class);
    private static final int PAGE = 200;

    /** Two calendars that count alike, whatever they call their days: no day lies in it. */
    private static final WorkCalendar.Span NOTHING = new WorkCalendar.Span(LocalDate.of(9999, 12, 31), LocalDate.of(1, 1, 1));

    private final RecomputationStore store;
    private final Acting acting;
    private final WorkCalendars calendars;
    private final MachineClock clock;
    private final TransactionTemplate transaction;

    RecountingLimits(RecomputationStore store, Acting acting, WorkCalendars calendars, MachineClock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.acting = acting;
        this.calendars = calendars;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Counts what a change of the days from the first to the last may move; nothing is changed. */
    public Across across(WorkCalendar.Span changed) {
        return store.across(changed);
    }

    /** Notes that the calendar in force asks for a recomputation, unless its own is the latest; joins the transaction of a publication. */
    public void begin() {
        transaction.executeWithoutResult(status -> store.begin(calendars.current().version(), clock.now()));
    }

    /** The same, if any case stands by another calendar: a program may ship a year its predecessor did not know. */
    public void beginWhereNeeded() {
        if (store.anyStale(calendars.current().version())) {
            begin();
        }
    }

    /** Works on the latest recomputation, for at most {@code most} cases; answers how many it did. Does nothing while another program is at it. */
    public int run(int most) {
        var latest = store.latest();
        // A program with other shipped years leaves the work to one that counts by the recomputation's calendar.
        if (latest.isEmpty() || !latest.get().calendarVersion().equals(calendars.current().version())) {
            return 0;
        }
        var recomputation = latest.get();
        int done = 0;
        boolean failed = false;
        boolean fromStart = recomputation.finishedAt() != null;
        while (done < most) {
            var page = store.stale(recomputation.id(), recomputation.calendarVersion(), Math.min(PAGE, most - done));
            if (page.isEmpty() && fromStart) {
                store.finish(recomputation.id(), clock.now());
                return done;
            }
            if (page.isEmpty()) {
                // Cases registered while the pass was under way may lie behind the cursor: only a look from the start that finds none is the end.
                store.fromTheStart(recomputation.id());
                if (failed) {
                    return done;
                }
            }
            fromStart = page.isEmpty();
            var left = page.isEmpty() ? Set.<CaseNo>of() : leave(recomputation, page);
            done += left.size();
            for (var stale : page.stream().filter(one -> !left.contains(one.no())).toList()) {
                try {
                    if (!recount(recomputation, stale)) {
                        return done;
                    }
                    done++;
                } catch (YekuoException | DataAccessException fault) {
                    // One case that can't be read holds up no other; it is tried again with the next run, and the recomputation stays unfinished.
                    LOG.error("Case {} could not be reckoned by the calendar in force.", stale.no(), fault);
                    store.pass(recomputation.id(), stale);
                    failed = true;
                }
            }
        }
        return done;
    }

    public List<Recomputation> progress() {
        return store.all();
    }

    /** Most cases run nowhere near a changed day: they are passed by together. */
    private Set<CaseNo> leave(Recomputation recomputation, List<Stale> page) {
        var left = new HashSet<CaseNo>();
        page.stream().collect(Collectors.groupingBy(Stale::version)).forEach((version, cases) -> calendars.version(version)
                .map(was -> calendars.current().changedAgainst(was).orElse(NOTHING)).ifPresent(changed -> transaction.executeWithoutResult(status -> {
                    if (store.claim(recomputation.id())) {
                        left.addAll(store.leave(recomputation.id(), version, recomputation.calendarVersion(), cases.stream().map(Stale::no).toList(), changed));
                    }
                })));
        return left;
    }

    private boolean recount(Recomputation recomputation, Stale stale) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!store.claim(recomputation.id())) {
                return false;
            }
            var moved = acting.recount(stale.no()).orElse(new Recounting.Moved(0, 0));
            store.advance(recomputation.id(), stale, moved.limits(), moved.parts());
            return true;
        }));
    }
}
