package org.yekuo.appointment.internal;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.Appointment;
import org.yekuo.appointment.Visit;
import org.yekuo.casework.NotingSupply.Note;
import org.yekuo.language.Sentences;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Text;

/** What goes into the ledger and to the customer about an appointment. */
@Component
public class VisitNotices {

    private final Sentences sentences;
    private final Organisation organisation;

    VisitNotices(Sentences sentences, Organisation organisation) {
        this.sentences = sentences;
        this.organisation = organisation;
    }

    /** What the customer is told when a time is proposed to her: when, who, whose telephone. */
    public Text proposal(Text work, Visit visit) {
        var lead = organisation.staff(visit.people().getFirst());
        return sentences.of("appointment.message.proposed", work.zh(), visit.day().toString(), when(visit).zh(), lead.map(Staff::name).orElse(visit.people().getFirst()),
                lead.map(Staff::phone).orElse("95598"), work.en(), when(visit).en());
    }

    /** The part of the day, or the hours. */
    public Text when(Visit visit) {
        return visit.from() == null || visit.to() == null ? sentences.of("word.Slot." + visit.slot())
                : new Text(visit.from() + "–" + visit.to(), visit.from() + "–" + visit.to());
    }

    /** The entry of a change. */
    public Note note(String what, Appointment about, Map<String, ?> more) {
        var data = new TreeMap<String, Object>(Map.of("n", about.n(), "stage", about.stage(), "phase", about.phase(), "day", about.day().toString(), "slot", about.slot().name(),
                "people", about.visit().people()));
        if (about.from() != null && about.to() != null) {
            data.put("from", about.from().toString());
            data.put("to", about.to().toString());
        }
        data.putAll(more);
        return new Note("appointment." + what, data);
    }
}
