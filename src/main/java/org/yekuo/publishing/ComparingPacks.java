package org.yekuo.publishing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.publishing.internal.Comparison;
import org.yekuo.publishing.internal.Drafts;
import org.yekuo.publishing.internal.Publishers;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;
import tools.jackson.databind.json.JsonMapper;

/** Compares two packs row by row. Published ones anybody may compare; a draft is there only for those who may publish. */
@Component
public class ComparingPacks {

    /** How a draft is named where a pack is: {@code draft:12}. */
    private static final String DRAFT = "draft:";

    private final Regulations regulations;
    private final Publishers publishers;
    private final Drafts drafts;
    private final Comparison comparison;

    ComparingPacks(Regulations regulations, Publishers publishers, Drafts drafts, JsonMapper mapper) {
        this.regulations = regulations;
        this.publishers = publishers;
        this.drafts = drafts;
        this.comparison = new Comparison(mapper);
    }

    /** @param actor who asks, or null when nobody is signed in */
    @Transactional(readOnly = true)
    public Answer<PackDifferences> compare(String from, String to, @Nullable Actor actor) {
        var older = find(from, actor);
        var newer = find(to, actor);
        if (older.isEmpty() || newer.isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("regulation.no-such-pack", older.isEmpty() ? from : to));
        }
        return Answer.done(comparison.compare(from, older.get(), to, newer.get()));
    }

    private Optional<Pack> find(String id, @Nullable Actor actor) {
        if (!id.startsWith(DRAFT)) {
            return regulations.pack(id);
        }
        var number = id.substring(DRAFT.length());
        return actor != null && publishers.may(actor) && number.matches("\\d{1,18}") ? drafts.pack(Long.parseLong(number)) : Optional.empty();
    }
}
