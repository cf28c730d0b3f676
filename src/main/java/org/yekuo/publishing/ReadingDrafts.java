package org.yekuo.publishing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.publishing.internal.Drafts;
import org.yekuo.publishing.internal.Publishers;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Reads what was handed in for publication; only those who may publish see it. */
@Component
public class ReadingDrafts {

    private final Publishers publishers;
    private final Drafts drafts;

    ReadingDrafts(Publishers publishers, Drafts drafts) {
        this.publishers = publishers;
        this.drafts = drafts;
    }

    /** The latest 200, the newest first, without what they hold. */
    @Transactional(readOnly = true)
    public Answer<List<Draft>> all(Actor actor) {
        return publishers.refuse(actor).<Answer<List<Draft>>>map(Answer::refused).orElseGet(() -> Answer.done(drafts.latest()));
    }

    /** One with its faults, or with the whole pack. */
    @Transactional(readOnly = true)
    public Answer<Draft> one(long id, Actor actor) {
        return publishers.refuse(actor).<Answer<Draft>>map(Answer::refused).orElseGet(() -> drafts.draft(id, true).<Answer<Draft>>map(Answer::done)
                .orElseGet(() -> Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("publishing.no-such-draft", id))));
    }
}
