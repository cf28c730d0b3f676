package org.yekuo.customer;

import java.util.List;
import java.util.LinkedHashSet;

/**
 * Pieces a Chinese name or address is found by: every two neighbouring characters, of its {@link StandardAddress standard spelling}.
 * PostgreSQL cuts no trigrams from Han characters under locale C, and a name of two has none.
 */
public final class Bigrams {

    private Bigrams() {}

    /** Each pair once, in order; a single character stands alone. A text that contains another has all of its bigrams. */
    public static List<String> of(String text) {
        var characters = StandardAddress.of(text).value().codePoints().mapToObj(Character::toString).toList();
        if (characters.size() == 1) {
            return characters;
        }
        var pairs = new LinkedHashSet<String>();
        for (int i = 0; i + 1 < characters.size(); i++) {
            pairs.add(characters.get(i) + characters.get(i + 1));
        }
        return List.copyOf(pairs);
    }
}
