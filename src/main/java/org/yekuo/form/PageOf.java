package org.yekuo.form;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, and where the next begins; null on the last.
 *
 * @param next as {@link PageKey#read} takes it
 */
public record PageOf<T>(List<T> items, @Nullable String next) {

    /** The longest page anybody gets; lists for people ask for far less. */
    public static final int MOST = 5000;

    public PageOf {
        items = List.copyOf(items);
    }

    /** Of rows read one further than the page is long: whether there is one more says whether there is a next page. */
    public static <T> PageOf<T> of(List<T> rows, int size, Function<T, PageKey> key) {
        return rows.size() > size ? new PageOf<>(rows.subList(0, size), key.apply(rows.get(size - 1)).text()) : new PageOf<>(rows, null);
    }
}
