package org.yekuo.regulation;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row asks of one fact. */
public sealed interface Condition {

    boolean holds(Object value);

    /** The fact is one of these words. */
    record OneOf(Set<String> words) implements Condition {
        public OneOf {
            words = Set.copyOf(words);
        }

        @Override
        public boolean holds(Object value) {
            return value instanceof String word && words.contains(word);
        }
    }

    /** The fact is this yes or no. */
    record Is(boolean yes) implements Condition {
        @Override
        public boolean holds(Object value) {
            return value instanceof Boolean known && known == yes;
        }
    }

    /** The fact is a number in this range; {@code from} and {@code upTo} are included, {@code above} and {@code below} are not. */
    record Range(@Nullable BigDecimal from, @Nullable BigDecimal above, @Nullable BigDecimal upTo, @Nullable BigDecimal below)
            implements Condition {
        @Override
        public boolean holds(Object value) {
            return value instanceof BigDecimal number
                    && (from == null || number.compareTo(from) >= 0)
                    && (above == null || number.compareTo(above) > 0)
                    && (upTo == null || number.compareTo(upTo) <= 0)
                    && (below == null || number.compareTo(below) < 0);
        }
    }
}
