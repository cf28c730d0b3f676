package org.yekuo.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.LimitBook;
import org.yekuo.casework.internal.ledger.LimitRound;
import org.yekuo.casework.internal.ledger.Suspension;
import org.yekuo.casework.internal.ledger.Warning;
import org.yekuo.regulation.Conduct;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;

/**
 * Warns of limits that are used up to one of the pack's thresholds (semantics 20), and of holds and pauses that have stood so long that they are
 * to be looked at again (semantics 21): an entry and a message, each once.
 */
@Component
public class WarningOfLimits {

    private static final Logger LOG = LoggerFactory.getLogger(WarningOfLimits.class);

    // limit_warning
    private static final String LIMITS = """
            select case_no from time_limit where state = 'RUNNING' and warn_on <= ? order by warn_on, unit, case_no limit ?""";
    // suspension_review
    private static final String REVIEWS = """
            select case_no from suspension where effective and to_day is null and review_on <= ? order by review_on, unit, case_no limit ?""";

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Acting acting;

    WarningOfLimits(JdbcClient jdbc, BusinessClock clock, Acting acting) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.acting = acting;
    }

    /** Looks at no more than {@code most} limits and as many suspensions; answers in how many cases something was due. */
    public int warn(int most) {
        var cases = new LinkedHashSet<CaseNo>();
        for (var due : List.of(LIMITS, REVIEWS)) {
            jdbc.sql(due).params(clock.today(), most).query(String.class).list().forEach(no -> cases.add(new CaseNo(no)));
        }
        return (int) cases.stream().filter(this::warn).count();
    }

    /** One case that can't be read holds up no other. */
    private boolean warn(CaseNo no) {
        try {
            return acting.on(no, Actor.system("warnings"), this::warn) instanceof Answer.Done<Acted>;
        } catch (RuntimeException broken) {
            LOG.error("Case {} could not be looked at for warnings.", no, broken);
            return false;
        }
    }

    private Answer<Acted> warn(Desk desk) {
        var book = new LimitBook(desk.file, desk.moment);
        desk.file.limits.stream().filter(LimitRound::running).forEach(round -> warn(desk, book, round));
        desk.file.suspensions.stream().filter(Suspension::stands).forEach(suspension -> review(desk, suspension));
        return desk.done();
    }

    private static void warn(Desk desk, LimitBook book, LimitRound round) {
        if (book.paused(round)) {
            return;
        }
        var reached = book.warningsReached(round);
        if (reached.isEmpty()) {
            return;
        }
        var said = new ArrayList<>(round.warned);
        reached.stream().map(Warning::key).forEach(said::add);
        round.warned = List.copyOf(said);
        round.dirty = true;
        var data = new TreeMap<String, Object>(Map.of("limit", round.limit, "standard", round.standard.name(), "phase", round.phase, "round", round.round,
                "thresholds", reached.stream().map(Warning::key).toList(), "used", book.used(round, desk.moment.today()), "amount", round.amount));
        if (round.dueOn != null) {
            data.put("due", round.dueOn.toString());
        }
        desk.file.record(desk.moment, EventKind.LIMIT_WARNED, data);
        desk.message("limit.warning", data);
    }

    private static void review(Desk desk, Suspension suspension) {
        LocalDate due = suspension.reviewOn;
        if (due == null || desk.moment.today().isBefore(due)) {
            return;
        }
        suspension.reviewOn = due.plusDays(new Conduct(desk.file.pack, desk.file.facts).holdReviewDays());
        suspension.dirty = true;
        var data = Map.<String, Object>of("n", suspension.n, "kind", suspension.kind.name(), "reason", suspension.reason, "since", suspension.fromDay.toString());
        desk.file.record(desk.moment, EventKind.HOLD_REVIEW_DUE, data);
        desk.message("suspension.review-due", data);
    }
}
