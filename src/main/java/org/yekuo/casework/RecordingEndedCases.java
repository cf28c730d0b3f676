package org.yekuo.casework;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CaseOpening;
import org.yekuo.casework.internal.RecordedCaseStore;
import org.yekuo.casework.internal.RecordedChecks;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.casework.internal.ledger.PlayingRecord;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Puts ended cases of an old system on the shelf as it recorded them (历史工单接收), many at a time: with their ledger, and their limits reckoned by the pack they were
 * accepted under. Nothing of it was checked here and nothing is sent out. {@link ImportingCase} plays cases that go on.
 */
@Component
public class RecordingEndedCases {

    /** By whom, when, and by which calendar a batch is recorded. */
    public static final class Recording {

        private final Moment now;

        private Recording(Moment now) {
            this.now = now;
        }
    }

    /** One case ready to be filed: its ledger is written, its customer and place are not known yet. */
    public static final class Ready {

        private final CaseFile file;
        private final RecordedHistory said;
        private final long importNo;

        private Ready(CaseFile file, RecordedHistory said, long importNo) {
            this.file = file;
            this.said = said;
            this.importNo = importNo;
        }

        public CaseNo caseNo() {
            return file.no;
        }

        /** The last hash of its ledger. */
        public String head() {
            return file.eventHead;
        }

        public int entries() {
            return file.newEvents.size();
        }
    }

    /** A case with whose and where it was. */
    public record Filed(Ready ready, long customerId, long premisesId) {}

    /** A number of an old system in a city. */
    public record Original(UnitCode city, String no) {}

    private final Acting acting;
    private final CaseOpening opening;
    private final RecordedCaseStore store;

    RecordingEndedCases(Acting acting, CaseOpening opening, RecordedCaseStore store) {
        this.acting = acting;
        this.opening = opening;
        this.store = store;
    }

    /** What makes a record impossible; everything at once. */
    public static List<Violation> impossible(RecordedHistory said, Pack pack, Procedure procedure, LocalDate today) {
        return RecordedChecks.check(said, pack, procedure, today);
    }

    /** The day, the time and the calendar cases are recorded by from now on. */
    public Recording begin(Actor importer) {
        return new Recording(acting.moment(importer));
    }

    /** So many sequences of case numbers nobody has had; gaps are fine. */
    public List<Long> sequences(int many) {
        return store.sequences(many);
    }

    /** Writes a case's ledger and reckons its limits; reads and writes no table. */
    public Ready play(CaseNo no, NewCase what, RecordedHistory said, Recording recording, long importNo) {
        var now = recording.now;
        var then = new Moment(said.acceptedOn(), now.recordedAt(), PlayingRecord.then(now.actor()), now.calendar());
        var file = opening.recorded(no, what, then, now, said);
        var about = new TreeMap<String, Object>(Map.of("originalNo", said.originalNo(), "import", importNo, "asRecorded", true));
        if (said.originalSystem() != null) {
            about.put("originalSystem", said.originalSystem());
        }
        PlayingRecord.play(file, said, now, about);
        return new Ready(file, said, importNo);
    }

    /** Those of the numbers that were taken over before, with their cases; asked behind {@link #oneAtATime}. */
    public Map<Original, CaseNo> already(Collection<Original> originals) {
        return store.already(originals);
    }

    /** Makes other batches wait until this transaction has ended. */
    public void oneAtATime() {
        store.lock();
    }

    /** Files the cases, in the caller's transaction. */
    public void file(List<Filed> cases) {
        store.insert(cases.stream().map(one -> new RecordedCaseStore.Row(one.ready().file, one.ready().said, one.ready().importNo, one.customerId(), one.premisesId())).toList());
    }
}
