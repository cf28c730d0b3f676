package org.yekuo.form;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended (翻页位置): the values its order goes by, as the address of the next page carries them. A day that is not there stands last.
 *
 * @param values days, whole numbers and words, in the order of the list
 */
public record PageKey(List<Object> values) {

    /** Stands for no day, behind all others. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final int LONGEST_WORD = 100;

    /** What a value of a key is; what is none is a fault. */
    public enum Kind {
        DAY, NUMBER, WORD;

        private Object read(String text) {
            return switch (this) {
                case DAY -> day(text);
                case NUMBER -> Integer.valueOf(text);
                case WORD -> word(text);
            };
        }

        private static LocalDate day(String text) {
            if (text.length() != NEVER.toString().length()) {
                throw new IllegalArgumentException("A day of a page key has a year of four digits.");
            }
            return LocalDate.parse(text);
        }

        private static String word(String text) {
            if (text.length() > LONGEST_WORD || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("A word of a page key is short and printable.");
            }
            return text;
        }
    }

    public PageKey {
        values = List.copyOf(values);
    }

    public static PageKey of(@Nullable Object... values) {
        var known = new ArrayList<Object>();
        for (var value : values) {
            known.add(Objects.requireNonNullElse(value, NEVER));
        }
        return new PageKey(known);
    }

    /**
     * The key in an address; none at the beginning of a list, where the address has none or an empty one.
     *
     * @throws WrongPage where the text is no key of these kinds: it was not made by this list
     */
    public static Optional<PageKey> read(@Nullable String text, Kind... kinds) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length != kinds.length) {
                throw new WrongPage();
            }
            var values = new ArrayList<Object>();
            for (int i = 0; i < kinds.length; i++) {
                values.add(kinds[i].read(parts[i]));
            }
            return Optional.of(new PageKey(values));
        } catch (IllegalArgumentException | DateTimeException madeUp) {
            throw new WrongPage();
        }
    }

    /** As it stands in an address. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(values.stream().map(String::valueOf).collect(Collectors.joining("|")).getBytes(StandardCharsets.UTF_8));
    }
}
