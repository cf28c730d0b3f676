package org.yekuo.vocabulary;

import java.util.List;
import java.util.function.Function;

/** What an act answers: done, with what came of it, or refused, with everything that was wrong. */
public sealed interface Answer<T> {

    record Done<T>(T value) implements Answer<T> {}

    record Refused<T>(Refusal refusal) implements Answer<T> {}

    static <T> Answer<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Answer<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    static <T> Answer<T> refused(Refusal.Kind kind, Violation... violations) {
        return new Refused<>(Refusal.of(kind, violations));
    }

    static <T> Answer<T> invalid(List<Violation> violations) {
        return new Refused<>(Refusal.invalid(violations));
    }

    default <U> Answer<U> map(Function<? super T, ? extends U> then) {
        return switch (this) {
            case Done<T>(T value) -> new Done<>(then.apply(value));
            case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
        };
    }
}
