package org.yekuo.organisation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.organisation.internal.OrganisationStore;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/** Takes a post from a person (免职); what she delegated of it lapses with it. */
@Component
public class VacatingPost {

    private final OrganisationStore store;

    VacatingPost(OrganisationStore store) {
        this.store = store;
    }

    @Transactional
    public Answer<Post> vacate(Post post) {
        return store.delete(post) ? Answer.done(post)
                : Answer.invalid(List.of(Violation.of("organisation.no-such-post", post.staffNo(), post.unit(), post.role().zh())));
    }
}
