package org.yekuo.appointment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.appointment.internal.AppointmentStore;
import org.yekuo.appointment.internal.VisitNotices;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Acted;
import org.yekuo.casework.NotingAppointment;
import org.yekuo.casework.NotingSupply.Note;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** The customer's answer to a proposed time (客户答复), by herself or told to a clerk: it suits her, or other times would. */
@Component
public class AnsweringAppointment {

    private final NotingAppointment noting;
    private final AppointmentStore store;
    private final VisitNotices notices;
    private final BusinessClock clock;

    AnsweringAppointment(NotingAppointment noting, AppointmentStore store, VisitNotices notices, BusinessClock clock) {
        this.noting = noting;
        this.store = store;
        this.notices = notices;
        this.clock = clock;
    }

    /** The time suits the customer. Refused once the appointment is over; agreeing twice changes nothing and is refused too. */
    public Answer<Acted> agree(CaseNo no, int n, Actor actor) {
        return on(no, n, actor, there -> {
            if (there.state() == Appointment.State.AGREED) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("appointment.agreed-already", there.day()));
            }
            store.agree(there);
            return Answer.done(notices.note("agreed", there, Map.of("by", actor.kind().name())));
        });
    }

    /** The customer asks for one or two other times; the visit stays where it is until somebody moves it. */
    public Answer<Acted> ask(CaseNo no, int n, AppointmentForms.WishForm said, Actor actor) {
        return on(no, n, actor, there -> {
            var wishes = wishes(said);
            var wrong = new ArrayList<Violation>();
            if (said.secondDay() == null != (said.secondSlot() == null)) {
                wrong.add(Violation.at(said.secondDay() == null ? "secondDay" : "secondSlot", "appointment.wish-half"));
            }
            if (said.firstDay().isBefore(clock.today())) {
                wrong.add(Violation.at("firstDay", "appointment.wish-past", said.firstDay()));
            }
            if (said.secondDay() != null && said.secondDay().isBefore(clock.today())) {
                wrong.add(Violation.at("secondDay", "appointment.wish-past", said.secondDay()));
            }
            if (!wrong.isEmpty()) {
                return Answer.invalid(wrong);
            }
            store.ask(there, wishes);
            return Answer.done(notices.note("asked", there, Map.of("wishes", wishes.stream().map(wish -> wish.day() + " " + wish.slot()).toList(), "by", actor.kind().name())));
        });
    }

    private static List<Appointment.Wish> wishes(AppointmentForms.WishForm said) {
        var first = new Appointment.Wish(said.firstDay(), said.firstSlot());
        return said.secondDay() == null || said.secondSlot() == null ? List.of(first)
                : List.of(first, new Appointment.Wish(said.secondDay(), said.secondSlot())).stream().distinct().toList();
    }

    private Answer<Acted> on(CaseNo no, int n, Actor actor, Function<Appointment, Answer<Note>> act) {
        return noting.note(no, CaseAct.ANSWER_APPOINTMENT, actor, () -> store.one(no, n).filter(there -> there.state().live()).map(act)
                .orElseGet(() -> Answer.refused(Refusal.Kind.CONFLICT, Violation.of("appointment.over", no, n))));
    }
}
