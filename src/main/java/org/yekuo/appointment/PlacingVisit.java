package org.yekuo.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.appointment.internal.Booking;
import org.yekuo.appointment.internal.VisitNotices;
import org.yekuo.appointment.internal.Site;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Acted;
import org.yekuo.casework.NotingAppointment;
import org.yekuo.casework.NotingSupply.Note;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.Said;
import org.yekuo.casework.Submission;
import org.yekuo.casework.SubmittingStage;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/**
 * Sends somebody to the customer for a stage (派工), or moves the visit that is on. While the stage that sends the crew is open, placing closes it. Refused when
 * somebody is taken or the crew's half-day is full, with who and when; a day after the latest of the customer's limits must be known to be so.
 */
@Component
public class PlacingVisit {

    private final NotingAppointment noting;
    private final SubmittingStage submitting;
    private final ReadingCase reading;
    private final Booking booking;
    private final VisitNotices notices;
    private final List<SiteWork> works;
    private final BusinessClock clock;

    PlacingVisit(NotingAppointment noting, SubmittingStage submitting, ReadingCase reading, Booking booking, VisitNotices notices, List<SiteWork> works, BusinessClock clock) {
        this.noting = noting;
        this.submitting = submitting;
        this.reading = reading;
        this.booking = booking;
        this.notices = notices;
        this.works = works;
        this.clock = clock;
    }

    /** @param lateKnown whether it is known that the day lies after the latest */
    public Answer<Acted> place(CaseNo no, String stage, int phase, Visit visit, boolean lateKnown, Actor actor) {
        var summary = reading.summary(no, actor);
        var work = works.stream().filter(one -> one.key().equals(stage)).findFirst();
        if (summary.isEmpty() || work.isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("appointment.no-such-work", no, stage));
        }
        var wrong = new ArrayList<>(visit.check(clock.today()));
        latest(no, actor).filter(latest -> visit.day().isAfter(latest) && !lateKnown)
                .ifPresent(latest -> wrong.add(Violation.at("lateKnown", "appointment.beyond-latest", visit.day(), latest)));
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        var order = work.get().orderedBy().flatMap(key -> summary.get().turns().stream().filter(turn -> turn.stage().equals(key)).findFirst());
        return order.isPresent()
                ? submitting.submit(new Submission(no, order.get().stage(), order.get().round(), null, work.get().order(visit), null, Said.NOW, actor))
                : noting.note(no, CaseAct.APPOINT, actor, () -> write(Site.of(summary.get()), stage, phase, visit, actor));
    }

    private Answer<Note> write(Site site, String stage, int phase, Visit visit, Actor actor) {
        var open = reading.stages(site.caseNo(), actor).orElse(List.of()).stream()
                .filter(run -> run.live() && run.stage().equals(stage) && run.phase() == phase && run.state().equals("OPEN")).findFirst();
        if (open.isEmpty()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("appointment.stage-not-open", site.caseNo(), stage));
        }
        var taken = booking.clashes(site, stage, phase, visit, "crew");
        if (!taken.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.CONFLICT, taken));
        }
        var was = booking.live(site.caseNo(), stage, phase);
        var made = booking.arrange(site, stage, phase, visit, clock.today());
        var text = notices.proposal(open.get().name(), visit);
        return Answer.done(notices.note("proposed", made, was.isEmpty() ? Map.of("text", text.zh())
                : Map.of("text", text.zh(), "was", was.get().day() + " " + was.get().slot(), "wasWith", was.get().visit().people())));
    }

    /** What the customer will be told. */
    public Text preview(Text work, Visit visit) {
        return notices.proposal(work, visit);
    }

    /** The latest day of what runs toward the customer in a case. */
    public Optional<LocalDate> latest(CaseNo no, Actor actor) {
        return reading.limits(no, actor).orElse(List.of()).stream().filter(limit -> limit.standard().equals("COMMITTED") && limit.state().equals("RUNNING"))
                .flatMap(limit -> Optional.ofNullable(limit.dueOn()).stream()).min(LocalDate::compareTo);
    }
}
