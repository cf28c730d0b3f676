package org.yekuo.appointment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.CaseView;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/** Appointments that only remember what a stage's room did with them; everybody is free. */
public final class KeptAppointments implements Appointments {

    public final List<String> said = new ArrayList<>();

    @Override
    public List<Violation> clashes(CaseView view, String stage, Visit visit, String field) {
        return List.of();
    }

    @Override
    public void arrange(CaseView view, String stage, Visit visit) {
        said.add("arrange " + stage + " " + visit.day() + " " + visit.slot() + " " + visit.people());
    }

    @Override
    public void done(CaseView view, String stage) {
        said.add("done " + stage);
    }

    @Override
    public void failed(CaseView view, String stage, Appointment.State how, String reason, @Nullable String photo) {
        said.add("failed " + stage + " " + how + " " + photo);
    }

    @Override
    public void release(CaseView view) {
        said.add("release");
    }

    @Override
    public Optional<Appointment> live(CaseNo no, String stage, int phase) {
        return Optional.empty();
    }

    @Override
    public List<Appointment> liveOf(Collection<CaseNo> cases) {
        return List.of();
    }

    @Override
    public List<Appointment> of(CaseNo no) {
        return List.of();
    }
}
