package org.yekuo.form;

import java.util.List;

/**
 * One field of a form.
 *
 * @param path    dotted, with {@code []} behind lists
 * @param usedBy  who needs the answer
 * @param fact    the fact it states, or empty
 * @param words   the allowed words, or none
 */
public record FormField(String path, String type, boolean mandatory, List<String> usedBy, String fact, List<String> words) {}
