package org.yekuo.vocabulary;

import java.util.List;

/** Why an act was not done; nothing was changed. */
public record Refusal(Kind kind, List<Violation> violations) {

    /** What sort of refusal; the border turns it into a status. */
    public enum Kind {
        /** The request can't be read (400). */
        MALFORMED,
        /** Nobody is signed in (401). */
        UNAUTHENTICATED,
        /** She may not do this (403). */
        FORBIDDEN,
        /** There is no such thing, as far as she may know (404). */
        NOT_FOUND,
        /** Somebody else was first, or the case has moved on (409). */
        CONFLICT,
        /** What was asked breaks rules, all of which are listed (422). */
        INVALID,
        /** Something that is needed can't be reached now; the same again later may be done (503). */
        UNAVAILABLE
    }

    public Refusal {
        violations = List.copyOf(violations);
    }

    public static Refusal invalid(List<Violation> violations) {
        return new Refusal(Kind.INVALID, violations);
    }

    public static Refusal of(Kind kind, Violation... violations) {
        return new Refusal(kind, List.of(violations));
    }
}
