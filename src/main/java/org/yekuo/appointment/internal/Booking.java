package org.yekuo.appointment.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.Appointment;
import org.yekuo.appointment.Appointments;
import org.yekuo.appointment.Visit;
import org.yekuo.casework.CaseView;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/**
 * Books people for visits. Two visits whose hours were agreed on do not overlap for anybody; of those agreed on for a half-day, a crew has no more than it can
 * see. People are locked for the day before it is looked whether they are free, after the case.
 */
@Component
public class Booking implements Appointments {

    private final AppointmentStore store;
    private final CrewStore crews;
    private final Organisation organisation;

    Booking(AppointmentStore store, CrewStore crews, Organisation organisation) {
        this.store = store;
        this.crews = crews;
        this.organisation = organisation;
    }

    @Override
    public List<Violation> clashes(CaseView view, String stage, Visit visit, String field) {
        return clashes(Site.of(view), stage, view.phase(), visit, field);
    }

    public List<Violation> clashes(Site site, String stage, int phase, Visit visit, String field) {
        if (visit.people().isEmpty()) {
            return List.of();
        }
        store.lock(site.caseNo().unit(), visit.day(), visit.people());
        var others = store.of(site.caseNo().unit(), visit.day(), visit.people()).stream()
                .filter(other -> !other.caseNo().equals(site.caseNo()) || !other.stage().equals(stage) || other.phase() != phase).toList();
        var found = new ArrayList<Violation>();
        for (var other : others) {
            if (overlap(visit, other.visit())) {
                found.add(Violation.at(field, "appointment.taken", both(visit, other.visit()), visit.day(), other.from() + "–" + other.to(), other.customer(), other.caseNo()));
            }
        }
        crews.ledBy(site.company(), visit.people().getFirst()).ifPresent(crew -> {
            var same = others.stream().filter(other -> other.slot() == visit.slot() && crew.name().equals(other.crew())).toList();
            if (same.size() >= crew.perHalfDay()) {
                found.add(Violation.at(field, "appointment.crew-full", crew.name(), visit.day(), visit.slot(), same.size(),
                        String.join("、", same.stream().map(Appointment::customer).toList())));
            }
        });
        return found;
    }

    private static boolean overlap(Visit one, Visit other) {
        return one.from() != null && one.to() != null && other.from() != null && other.to() != null && one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }

    /** The names of those who would be in two places. */
    private String both(Visit one, Visit other) {
        var theirs = new HashSet<>(other.people());
        return String.join("、", one.people().stream().filter(theirs::contains).map(this::name).toList());
    }

    public String name(String staffNo) {
        return organisation.staff(staffNo).map(Staff::name).orElse(staffNo);
    }

    @Override
    public void arrange(CaseView view, String stage, Visit visit) {
        arrange(Site.of(view), stage, view.phase(), visit, view.today());
    }

    /** Makes the appointment or moves the one that is on; answers it as it stands now. */
    public Appointment arrange(Site site, String stage, int phase, Visit visit, LocalDate today) {
        var crew = crews.ledBy(site.company(), visit.people().getFirst()).filter(led -> led.people().containsAll(visit.people())).map(led -> led.name()).orElse(null);
        store.live(site.caseNo(), stage, phase).ifPresentOrElse(there -> store.move(there, site, visit, crew), () -> store.insert(site, stage, phase, visit, crew, today));
        return store.live(site.caseNo(), stage, phase).orElseThrow();
    }

    @Override
    public void done(CaseView view, String stage) {
        live(view.caseNo(), stage, view.phase()).ifPresent(there -> store.end(there, Appointment.State.DONE, null, null));
    }

    @Override
    public void failed(CaseView view, String stage, Appointment.State how, String reason, @Nullable String photo) {
        live(view.caseNo(), stage, view.phase()).ifPresent(there -> store.end(there, how, reason, photo));
    }

    @Override
    public void release(CaseView view) {
        store.cancelAll(view.caseNo(), "案件已终结");
    }

    @Override
    public Optional<Appointment> live(CaseNo no, String stage, int phase) {
        return store.live(no, stage, phase);
    }

    @Override
    public List<Appointment> liveOf(Collection<CaseNo> cases) {
        return store.liveOf(cases);
    }

    @Override
    public List<Appointment> of(CaseNo no) {
        return store.of(no);
    }
}
