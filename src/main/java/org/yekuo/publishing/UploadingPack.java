package org.yekuo.publishing;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.MachineClock;
import org.yekuo.publishing.internal.DraftStore;
import org.yekuo.publishing.internal.Drafts;
import org.yekuo.publishing.internal.PackUpload;
import org.yekuo.publishing.internal.Publishers;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;

/**
 * Takes a pack in for publication and examines it whole. A broken one is kept too, with every fault named; refused is only what is no pack's
 * files at all (no ZIP, no text, too large, names that lead elsewhere).
 */
@Component
public class UploadingPack {

    /** How a pack comes: a ZIP of its folder, or its files by name. */
    public sealed interface Upload {

        record Zip(byte[] content) implements Upload {}

        record Texts(List<Map.Entry<String, String>> files) implements Upload {}
    }

    /** The most bytes a ZIP may have. */
    public static final int LARGEST = PackUpload.LARGEST;

    private final Publishers publishers;
    private final Drafts drafts;
    private final DraftStore store;
    private final MachineClock clock;

    UploadingPack(Publishers publishers, Drafts drafts, DraftStore store, MachineClock clock) {
        this.publishers = publishers;
        this.drafts = drafts;
        this.store = store;
        this.clock = clock;
    }

    public Answer<Draft> upload(Upload upload, Actor actor) {
        var forbidden = publishers.refuse(actor);
        if (forbidden.isPresent()) {
            return Answer.refused(forbidden.get());
        }
        var files = switch (upload) {
            case Upload.Zip(byte[] content) -> PackUpload.zip(content);
            case Upload.Texts(List<Map.Entry<String, String>> texts) -> PackUpload.files(texts);
        };
        return switch (files) {
            case Answer.Refused<PackUpload.Files>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<PackUpload.Files>(PackUpload.Files read) -> {
                var examined = drafts.examine(read.name(), read.files());
                var id = store.insert(read, examined.hash(), examined.faults(), actor, clock.now());
                yield Answer.done(drafts.draft(id, false).orElseThrow());
            }
        };
    }
}
