package org.yekuo.appointment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.CaseView;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/** Appointments as the stages' rooms keep them, in the transaction of their act; what they do stands in the ledger with the stage's result. */
public interface Appointments {

    /**
     * Who of these people is taken at that time, by whom, as refusals of {@code field}. Until the transaction ends nobody else can take them.
     *
     * @param stage whose appointment is to be made or moved
     */
    List<Violation> clashes(CaseView view, String stage, Visit visit, String field);

    /** Proposes a visit for a stage to the customer, in place of the one that is on. */
    void arrange(CaseView view, String stage, Visit visit);

    /** The work was done: what was on for the stage has been kept. */
    void done(CaseView view, String stage);

    /** The visit came to nothing (现场办不成): why, with which photo. */
    void failed(CaseView view, String stage, Appointment.State how, String reason, @Nullable String photo);

    /** The case ended: nobody comes any more. */
    void release(CaseView view);

    /** The appointment that is on for a stage. */
    Optional<Appointment> live(CaseNo no, String stage, int phase);

    /** The appointments that are on of several cases, for whatever stage. */
    List<Appointment> liveOf(Collection<CaseNo> cases);

    /** All of a case, the newest first. */
    List<Appointment> of(CaseNo no);
}
