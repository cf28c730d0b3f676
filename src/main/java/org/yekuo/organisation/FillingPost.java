package org.yekuo.organisation;

import java.util.ArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.organisation.internal.OrganisationStore;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/** Gives a person a post beside those she has (任职). */
@Component
public class FillingPost {

    private final OrganisationStore store;

    FillingPost(OrganisationStore store) {
        this.store = store;
    }

    @Transactional
    public Answer<Post> fill(Post post) {
        var wrong = new ArrayList<Violation>();
        if (!store.hasUnit(post.unit())) {
            wrong.add(Violation.at("unit", "organisation.unknown-unit", post.unit(), post.staffNo()));
        }
        if (!store.hasActiveStaff(post.staffNo())) {
            wrong.add(Violation.at("staffNo", "organisation.unknown-staff", post.staffNo(), post.role().zh()));
        }
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        store.save(post);
        return Answer.done(post);
    }
}
