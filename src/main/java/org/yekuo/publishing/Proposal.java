package org.yekuo.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publication proposed by one person, and what a second made of it (发布申请).
 *
 * @param subject    the draft, year or day it is about
 * @param content    what is to be published, as it was proposed
 * @param decidedBy  who confirmed or withdrew it
 */
public record Proposal(
        long id, Publication.Kind kind, String subject, Publication content, String note, State state, String proposedBy, String proposedByName,
        Instant proposedAt, @Nullable String decidedBy, @Nullable String decidedByName, @Nullable Instant decidedAt) {

    public enum State { PROPOSED, CONFIRMED, WITHDRAWN }
}
