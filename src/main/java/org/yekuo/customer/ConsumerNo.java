package org.yekuo.customer;

import java.util.Optional;
import org.yekuo.vocabulary.UnitCode;

/**
 * The number of a consumer account (户号): thirteen digits. The city's unit code (4), a global sequence (8), a check digit (ISO 7064 MOD 11,10).
 */
public record ConsumerNo(String value) implements Comparable<ConsumerNo> {

    public ConsumerNo {
        if (!isValid(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is not a consumer number: thirteen digits, the last a check digit.");
        }
    }

    public static ConsumerNo of(UnitCode unit, long sequence) {
        var body = unit.city().value() + "%08d".formatted(sequence);
        return new ConsumerNo(body + CheckDigits.mod11And10(body));
    }

    public static Optional<ConsumerNo> parse(String text) {
        return isValid(text) ? Optional.of(new ConsumerNo(text)) : Optional.empty();
    }

    public static boolean isValid(String text) {
        return text.length() == 13 && CheckDigits.isNumber(text) && text.charAt(12) == CheckDigits.mod11And10(text.substring(0, 12));
    }

    /** The city company that supplies the account. */
    public UnitCode unit() {
        return new UnitCode(value.substring(0, 4));
    }

    @Override
    public int compareTo(ConsumerNo other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
