package org.yekuo.appointment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.appointment.internal.AppointmentStore;
import org.yekuo.appointment.internal.VisitNotices;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Acted;
import org.yekuo.casework.NotingAppointment;
import org.yekuo.casework.NotingSupply.Note;
import org.yekuo.casework.ReadingCase;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * A colleague asked to come along (联合勘查、联合验收) says whether she comes. It binds nobody: whoever stays away without a word holds nothing up, and is
 * recorded absent by the lead.
 */
@Component
public class AnsweringInvitation {

    private final NotingAppointment noting;
    private final AppointmentStore store;
    private final VisitNotices notices;
    private final ReadingCase reading;
    private final Organisation organisation;
    private final BusinessClock clock;

    AnsweringInvitation(NotingAppointment noting, AppointmentStore store, VisitNotices notices, ReadingCase reading, Organisation organisation, BusinessClock clock) {
        this.noting = noting;
        this.store = store;
        this.notices = notices;
        this.reading = reading;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Refused to whoever does not do that part; who does not come says why. */
    public Answer<Acted> answer(CaseNo no, int n, String part, boolean coming, @Nullable String reason, Actor actor) {
        return noting.note(no, CaseAct.ANSWER_APPOINTMENT, actor, () -> store.one(no, n).filter(there -> there.state().live())
                .map(there -> answer(there, part, coming, reason == null || reason.isBlank() ? null : reason.strip(), actor))
                .orElseGet(() -> Answer.refused(Refusal.Kind.CONFLICT, Violation.of("appointment.over", no, n))));
    }

    private Answer<Note> answer(Appointment there, String key, boolean coming, @Nullable String reason, Actor actor) {
        var part = part(there, key, actor);
        if (part.isEmpty() || !organisation.holds(actor.id(), Role.valueOf(part.get().role()), new UnitCode(part.get().unit()), clock.today())) {
            return Answer.refused(Refusal.Kind.FORBIDDEN, Violation.of("appointment.not-invited", actor.name()));
        }
        if (!coming && reason == null) {
            return Answer.invalid(List.of(Violation.at("reason", "appointment.absence-needs-reason")));
        }
        store.answer(there, key, coming, reason, actor.id(), actor.name(), clock.today());
        return Answer.done(notices.note(coming ? "joining" : "not-joining", there, Map.of("part", key, "reason", Objects.requireNonNullElse(reason, ""))));
    }

    private Optional<ReadingCase.Part> part(Appointment there, String key, Actor actor) {
        return reading.stages(there.caseNo(), actor).orElse(List.of()).stream().filter(run -> run.live() && run.stage().equals(there.stage()) && run.phase() == there.phase())
                .flatMap(run -> run.parts().stream()).filter(part -> part.kind().equals("COUNTERSIGN") && part.part().equals(key)).findFirst();
    }
}
