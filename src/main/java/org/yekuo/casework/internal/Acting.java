package org.yekuo.casework.internal;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.MachineClock;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.Acted;
import org.yekuo.casework.StageRefused;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.casework.internal.ledger.Recounting;
import org.yekuo.database.OneTrip;
import org.yekuo.outbox.Outbox;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * The one way an act is done (semantics 1): lock the case, check, write, derive to a fixed point, move limits, issue receipts, append events
 * and messages, in one transaction. A refusal changes nothing.
 */
@Component
public class Acting {

    private final TransactionTemplate transaction;
    private final JdbcOperations jdbc;
    private final CaseStore store;
    private final Sight sight;
    private final BusinessClock business;
    private final MachineClock machine;
    private final WorkCalendars calendars;
    private final Outbox outbox;
    private final LedgerJson json;
    private final AttachingFiles attaching;

    Acting(PlatformTransactionManager transactions, JdbcOperations jdbc, CaseStore store, Sight sight, BusinessClock business, MachineClock machine,
            WorkCalendars calendars, Outbox outbox, LedgerJson json, AttachingFiles attaching) {
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.store = store;
        this.sight = sight;
        this.business = business;
        this.machine = machine;
        this.calendars = calendars;
        this.outbox = outbox;
        this.json = json;
        this.attaching = attaching;
    }

    /** Does an act on a case that goes on. */
    public Answer<Acted> on(CaseNo no, Actor actor, Function<Desk, Answer<Acted>> act) {
        return onAny(no, actor, desk -> desk.file.status.ended()
                ? Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.case-ended", no, desk.file.status.name(), String.valueOf(desk.file.endedOn)))
                : act.apply(desk));
    }

    /** Does an act on a case, ended or not: corrections reach into the archive. */
    public Answer<Acted> onAny(CaseNo no, Actor actor, Function<Desk, Answer<Acted>> act) {
        return inTransaction(() -> {
            var calendar = new AtomicReference<WorkCalendar>();
            var found = store.lock(no, trip -> calendars.current(trip, calendar::set)).filter(file -> sight.sees(actor, file));
            if (found.isEmpty()) {
                return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-case", no));
            }
            var file = found.get();
            var moment = new Moment(business.today(), machine.now(), actor, Objects.requireNonNull(calendar.get()));
            if (moment.today().isBefore(file.lastActOn)) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.before-last-act", moment.today(), file.lastActOn));
            }
            var desk = new Desk(file, moment, json);
            new Recounting(file, moment, calendars).recount();
            var answer = act.apply(desk);
            if (answer instanceof Answer.Done<Acted>) {
                desk.advance();
                file.lastActOn = moment.today();
                putBack(desk);
                return desk.done();
            }
            return answer;
        });
    }

    /** Puts a new case on the shelf with its first stage open. */
    public void open(CaseFile file, Moment moment, @org.jspecify.annotations.Nullable String phoneTail) {
        file.calendarVersion = moment.calendar().version();
        var desk = new Desk(file, moment, json);
        desk.advance();
        var trip = new OneTrip();
        store.insert(trip, file, phoneTail);
        send(trip, desk);
    }

    /**
     * Reckons a case's running days by the calendar in force, in the caller's transaction; nothing else is derived. An entry is never dated
     * before the case's last act, also when a drill has moved its clock back.
     */
    public Optional<Recounting.Moved> recount(CaseNo no) {
        return store.lock(no, trip -> { }).map(file -> {
            var now = moment(Actor.system("calendar"));
            var day = now.today().isBefore(file.lastActOn) ? file.lastActOn : now.today();
            var desk = new Desk(file, new Moment(day, now.recordedAt(), now.actor(), now.calendar()), json);
            var moved = new Recounting(file, desk.moment, calendars).recount();
            if (moved.limits() > 0) {
                file.lastActOn = day;
                desk.message("limits.moved", Map.of("calendar", now.calendar().version()));
            }
            putBack(desk);
            return moved;
        });
    }

    /** A case on the desk for one step of its history; {@link #close} puts it back. */
    public Desk desk(CaseFile file, Moment moment) {
        return new Desk(file, moment, json);
    }

    /** Derives what follows, puts a case back on the shelf and sends what the desk has to send. */
    public void close(Desk desk) {
        desk.advance();
        desk.file.lastActOn = desk.moment.today();
        putBack(desk);
    }

    public Moment moment(Actor actor) {
        return new Moment(business.today(), machine.now(), actor, calendars.current());
    }

    /** Runs in one transaction, rolled back when the answer is a refusal; joins a transaction that is already there. */
    public <T> Answer<T> inTransaction(java.util.function.Supplier<Answer<T>> act) {
        var answer = transaction.execute(status -> {
            var given = attempt(act);
            if (given instanceof Answer.Refused<T>) {
                status.setRollbackOnly();
            }
            return given;
        });
        return Objects.requireNonNull(answer);
    }

    private static <T> Answer<T> attempt(java.util.function.Supplier<Answer<T>> act) {
        try {
            return act.get();
        } catch (StageRefused refused) {
            return Answer.refused(refused.refusal());
        }
    }

    private void putBack(Desk desk) {
        attaching.keep(desk.file);
        var trip = new OneTrip();
        store.save(trip, desk.file);
        send(trip, desk);
    }

    private void send(OneTrip trip, Desk desk) {
        outbox.put(trip, desk.file.unit(), desk.file.no, desk.messages().stream()
                .map(message -> new Outbox.Message(message.seq(), message.topic(), json.write(message.payload()))).toList());
        trip.go(jdbc);
    }
}
