package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ImportedHistory;
import org.yekuo.casework.NewCase;
import org.yekuo.casework.RecordedHistory;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.CaseStatus;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.regulation.Conduct;
import org.yekuo.vocabulary.CaseNo;

/** Makes a case's file out of what is known of it, and links it to the case before it. */
@Component
public class CaseOpening {

    private final Needs needs;

    CaseOpening(Needs needs) {
        this.needs = needs;
    }

    /** A new file with its first entry. */
    public CaseFile file(CaseNo no, NewCase what, Moment moment) {
        return registered(bare(no, what, moment), what, moment);
    }

    private static CaseFile bare(CaseNo no, NewCase what, Moment moment) {
        return new CaseFile(no, what.pack(), what.procedure(), what.hall(), what.acceptedByUnit(), what.handledBy(), what.customerId(),
                what.premisesId(), what.application(), what.pack().withDefaults(what.facts()), CaseStatus.REGISTERED, moment.today());
    }

    private static CaseFile registered(CaseFile file, NewCase what, Moment moment) {
        file.premisesUnit = what.premisesUnit();
        file.phoneTail = what.phoneTail();
        file.record(moment, EventKind.REGISTERED, Map.of(
                "channel", what.application().channel().name(), "hall", what.hall(), "business", what.application().business(),
                "handledBy", what.handledBy().value(), "pack", what.pack().id(), "procedure", what.procedure().key()));
        return file;
    }

    /** A new file for a case of an old system, with its first entry on the day it was accepted there. */
    public CaseFile file(CaseNo no, NewCase what, Moment then, LocalDate on, ImportedHistory history) {
        var file = bare(no, what, then);
        file.originalNo = history.originalNo();
        file.originalSystem = history.originalSystem();
        file.importedBy = then.actor().id();
        file.importedOn = on;
        return registered(file, what, then);
    }

    /** A new file for an ended case as an old system recorded it, with its first entry on the day it was accepted there. */
    public CaseFile recorded(CaseNo no, NewCase what, Moment then, Moment now, RecordedHistory said) {
        var file = bare(no, what, then);
        file.originalNo = said.originalNo();
        file.originalSystem = said.originalSystem();
        file.importedBy = now.actor().id();
        file.asRecorded = true;
        return registered(file, what, then);
    }

    /** Links a new file to a case it goes with; another need, so no days go over. */
    public void link(CaseFile file, Moment moment, NewCase.Beside beside) {
        file.predecessor = beside.caseNo();
        file.linkKind = beside.kind().name();
        file.record(moment, EventKind.LINKED, Map.of("predecessor", beside.caseNo().value(), "why", beside.kind().name()));
    }

    /** Links a new file to the case that ended for it: its used days count on. */
    public void succeed(CaseFile file, Moment moment, CaseNo earlier, Map<String, ?> because) {
        file.predecessor = earlier;
        file.inherited.putAll(needs.daysUsed(earlier, new Conduct(file.pack, file.facts).needChange().carries()));
        var data = new TreeMap<String, Object>(because);
        data.put("predecessor", earlier.value());
        data.put("daysUsed", file.inherited);
        file.record(moment, EventKind.LINKED, data);
    }
}
