package org.yekuo.appointment;

import java.util.ArrayList;
import java.util.Map;
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

/**
 * An appointment that was not kept, or is called off (爽约、取消). It is evidence and stops no clock: that the days are the customer's is claimed by a pause of
 * its own, with a second person.
 */
@Component
public class EndingAppointment {

    private final NotingAppointment noting;
    private final AppointmentStore store;
    private final VisitNotices notices;
    private final BusinessClock clock;

    EndingAppointment(NotingAppointment noting, AppointmentStore store, VisitNotices notices, BusinessClock clock) {
        this.noting = noting;
        this.store = store;
        this.notices = notices;
        this.clock = clock;
    }

    /** Refused before its day for a visit nobody came to, and without a photo where the customer is said to have been away. */
    public Answer<Acted> end(CaseNo no, int n, AppointmentForms.EndForm said, Actor actor) {
        return noting.note(no, CaseAct.APPOINT, actor, () -> store.one(no, n).filter(there -> there.state().live()).map(there -> end(there, said))
                .orElseGet(() -> Answer.refused(Refusal.Kind.CONFLICT, Violation.of("appointment.over", no, n))));
    }

    private Answer<Note> end(Appointment there, AppointmentForms.EndForm said) {
        var wrong = new ArrayList<Violation>();
        if (said.how() != AppointmentForms.Ending.CANCELLED && there.day().isAfter(clock.today())) {
            wrong.add(Violation.at("how", "appointment.not-yet", there.day()));
        }
        var photo = said.photo() == null || said.photo().isBlank() ? null : said.photo();
        if (photo != null) {
            wrong.addAll(noting.attach(there.caseNo(), "photo", photo));
        } else if (said.how() == AppointmentForms.Ending.CUSTOMER_NO_SHOW) {
            wrong.add(Violation.at("photo", "appointment.photo-missing"));
        }
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        store.end(there, said.how().state(), said.reason(), photo);
        return Answer.done(notices.note(said.how() == AppointmentForms.Ending.CANCELLED ? "cancelled" : "not-kept", there,
                Map.of("how", said.how().name(), "reason", said.reason(), "photo", photo == null ? "" : photo)));
    }
}
