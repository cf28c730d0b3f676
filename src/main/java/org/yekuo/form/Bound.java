package org.yekuo.form;

import java.util.List;
import java.util.Optional;
import org.yekuo.vocabulary.Violation;

/** A form read, or everything that was wrong with it. */
public sealed interface Bound<T> {

    record Read<T>(T value) implements Bound<T> {}

    record Faulty<T>(List<Violation> violations) implements Bound<T> {}

    default Optional<T> read() {
        return switch (this) {
            case Read<T>(T value) -> Optional.of(value);
            case Faulty<T>(var violations) -> Optional.empty();
        };
    }

    default List<Violation> violations() {
        return switch (this) {
            case Read<T>(T value) -> List.of();
            case Faulty<T>(var violations) -> violations;
        };
    }
}
