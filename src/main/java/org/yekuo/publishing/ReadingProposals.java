package org.yekuo.publishing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.publishing.internal.ProposalStore;
import org.yekuo.publishing.internal.Publishers;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;

/** Reads what was proposed, by whom, and what became of it; only those who may publish see it. */
@Component
public class ReadingProposals {

    private final Publishers publishers;
    private final ProposalStore store;

    ReadingProposals(Publishers publishers, ProposalStore store) {
        this.publishers = publishers;
        this.store = store;
    }

    /** Whether somebody is one of those who publish. */
    public boolean isOpenTo(Actor actor) {
        return publishers.may(actor);
    }

    /** The latest 200 of these kinds, the newest first. */
    @Transactional(readOnly = true)
    public Answer<List<Proposal>> latest(Actor actor, Publication.Kind... kinds) {
        return publishers.refuse(actor).<Answer<List<Proposal>>>map(Answer::refused).orElseGet(() -> Answer.done(store.latest(kinds)));
    }
}
