package org.yekuo.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param path    dotted, with {@code []} behind lists
 * @param usedBy  who needs the answer
 * @param fact    the fact it states, or empty
 * @param words   the allowed words, or none
 * @param owner   the record that asks it
 * @param of      what it holds; of a list, what each entry is
 * @param asked   how it is asked, where that is said
 */
public record FormField(String path, String type, boolean mandatory, List<String> usedBy, String fact, List<String> words, Class<?> owner, Class<?> of,
        @Nullable Asked asked) {

    public boolean list() {
        return path.endsWith("[]");
    }

    /** The field's own name, without where it stands. */
    public String name() {
        var end = list() ? path.length() - 2 : path.length();
        return path.substring(path.lastIndexOf('.', end - 1) + 1, end);
    }
}
