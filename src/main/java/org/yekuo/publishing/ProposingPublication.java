package org.yekuo.publishing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.publishing.internal.DraftStore;
import org.yekuo.publishing.internal.ProposalStore;
import org.yekuo.publishing.internal.Publications;
import org.yekuo.publishing.internal.Publishers;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** The first of two persons proposes a publication (提出发布). Refused with every fault, and while another proposal for the same is open. */
@Component
public class ProposingPublication {

    private final Publishers publishers;
    private final Publications publications;
    private final DraftStore drafts;
    private final ProposalStore store;
    private final MachineClock clock;

    ProposingPublication(Publishers publishers, Publications publications, DraftStore drafts, ProposalStore store, MachineClock clock) {
        this.publishers = publishers;
        this.publications = publications;
        this.drafts = drafts;
        this.store = store;
        this.clock = clock;
    }

    @Transactional
    public Answer<Proposal> propose(Publication what, String note, Actor actor) {
        var forbidden = publishers.refuse(actor);
        if (forbidden.isPresent()) {
            return Answer.refused(forbidden.get());
        }
        if (what instanceof Publication.OfPack pack && drafts.find(pack.draft()).isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("publishing.no-such-draft", pack.draft()));
        }
        var faults = publications.faults(what);
        if (!faults.isEmpty()) {
            return Answer.invalid(faults);
        }
        return store.insert(what, note, actor, clock.now()).flatMap(store::find).<Answer<Proposal>>map(Answer::done).orElseGet(() -> {
            var open = store.of(what.kind(), List.of(what.subject())).getFirst();
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("publishing.proposed-already", what.subject(), open.proposedByName()));
        });
    }
}
