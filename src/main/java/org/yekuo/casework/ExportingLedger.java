package org.yekuo.casework;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CaseReader;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;

/**
 * Lets the ledger of a case go out with its file (导出档案). Who took it, when and what it held is the ledger's last entry by then: a file holds personal
 * data, and what it holds can be told from its ledger alone.
 */
@Component
public class ExportingLedger {

    /**
     * A ledger up to one entry.
     *
     * @param head the hash of the last of {@code count} entries
     */
    public record Upto(long count, String head) {}

    /** One entry: the text that is hashed, and the hash over the hash before it and the text. */
    public record Entry(String text, String hash) {}

    private final Acting acting;
    private final Duties duties;
    private final CaseReader reader;

    ExportingLedger(Acting acting, Duties duties, CaseReader reader) {
        this.acting = acting;
        this.duties = duties;
        this.reader = reader;
    }

    /** Notes the export of {@code entries} with the given digest and answers the ledger with that note at its end. Refused to whoever may not. */
    public Answer<Upto> note(CaseNo no, int entries, String digest, Actor actor) {
        var upto = new AtomicReference<Upto>();
        return acting.onAny(no, actor, desk -> {
            var forbidden = duties.mayAct(desk, CaseAct.EXPORT_FILE);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            desk.file.record(desk.moment, EventKind.FILE_EXPORTED, Map.of("entries", entries, "digest", digest));
            upto.set(new Upto(desk.file.eventCount, desk.file.eventHead));
            return desk.done();
        }).map(acted -> upto.get());
    }

    /** Gives every entry up to one, in order, a page at a time. */
    @Transactional(readOnly = true)
    public void give(CaseNo no, Upto upto, Consumer<Entry> to) {
        for (long seq = 0; seq < upto.count(); ) {
            var page = reader.entries(no, seq, upto.count());
            page.forEach(event -> to.accept(new Entry(event.body(), event.hash())));
            seq += page.size();
            if (page.isEmpty()) {
                throw new IllegalStateException("The ledger of " + no + " ends at " + seq + " and not at " + upto.count() + ".");
            }
        }
    }
}
