package org.yekuo.vocabulary;

import java.util.Optional;

/**
 * The number of an application (申请编号): fourteen digits that can be read aloud. The city's unit code (4), a global sequence (9),
 * a check digit (ISO 7064 MOD 11,10). The number alone tells the unit, so a lookup by number finds its shard.
 */
public record CaseNo(String value) implements Comparable<CaseNo> {

    public CaseNo {
        if (!isValid(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is not a case number: fourteen digits, the last a check digit.");
        }
    }

    /** The number of the {@code sequence}-th case, which belongs to the city company {@code unit}. */
    public static CaseNo of(UnitCode unit, long sequence) {
        if (!unit.isCity()) {
            throw new IllegalArgumentException("A case belongs to a city company, not to unit " + unit + ".");
        }
        var body = unit.value() + "%09d".formatted(sequence);
        return new CaseNo(body + checkDigit(body));
    }

    public static Optional<CaseNo> parse(String text) {
        return isValid(text) ? Optional.of(new CaseNo(text)) : Optional.empty();
    }

    public static boolean isValid(String text) {
        return text.length() == 14
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && text.charAt(13) == checkDigit(text.substring(0, 13));
    }

    /** The supplying city company the case belongs to; it never changes. */
    public UnitCode unit() {
        return new UnitCode(value.substring(0, 4));
    }

    private static char checkDigit(String body) {
        int product = 10;
        for (char c : body.toCharArray()) {
            int sum = (c - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    @Override
    public int compareTo(CaseNo other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
