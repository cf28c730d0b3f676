package org.yekuo.regulation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Text;

/**
 * A fact the rows of a pack may ask about.
 *
 * @param setBy        {@code intake}, or the stage whose result sets it
 * @param words        what a text may be, or the only values a number may have ({@code 0.22}, {@code 0.38}, {@code 10} …); empty: any
 * @param min          the least a number may be
 * @param max          the most a number may be
 * @param defaultValue what it is until somebody says otherwise, or null when it must be said
 */
public record FactDeclaration(
        String name, Text label, Type type, String setBy, List<String> words, @Nullable BigDecimal min, @Nullable BigDecimal max,
        @Nullable Object defaultValue) {

    public enum Type { WORD, NUMBER, YES_NO }

    public FactDeclaration {
        words = List.copyOf(words);
    }
}
