package org.yekuo.web.form;

import java.util.List;
import org.yekuo.vocabulary.Text;

/**
 * One field as a page shows it (表单项), with what is in it and what is wrong with it.
 *
 * @param path    its name in the posted form; also its id on the page
 * @param value   what is in it, as text; empty where nothing is
 * @param values  of a list of plain values, each of them
 * @param options what may be chosen; of an open choice, what is near at hand, anything else may be typed; of a text, what is known while it is typed
 * @param faults  sentences, in both languages
 * @param fields  of a group, what it holds
 * @param rows    of a list of groups, each of them; the last one is empty and may stay so
 * @param when    which answers, by their names in the posted form, make it her concern, with spaces between; empty where it always is
 */
public record PageField(
        String path, Kind kind, Text label, boolean needed, String value, List<String> values, List<Option> options, List<Text> faults,
        List<PageField> fields, List<Row> rows, int maxLength, String min, String max, String pattern, String when) {

    public enum Kind { TEXT, LONG_TEXT, NUMBER, WHOLE, DAY, TIME, YES_NO, CHOICE, OPEN_CHOICE, TEXTS, CHOICES, FILE, GROUP, ROWS }

    /** One entry of a list of groups. */
    public record Row(String path, List<PageField> fields, boolean empty, List<Text> faults) {}

    /** Something to choose. */
    public record Option(String value, Text text) {}

    public boolean has(String chosen) {
        return values.contains(chosen) || value.equals(chosen);
    }

    /** What was typed, where it is none of the options. */
    public String other() {
        return options.stream().anyMatch(option -> option.value().equals(value)) ? "" : value;
    }

    /** The same field with other fields and rows below it. */
    public PageField with(List<PageField> otherFields, List<Row> otherRows) {
        return new PageField(path, kind, label, needed, value, values, options, faults, otherFields, otherRows, maxLength, min, max, pattern, when);
    }

    /** Whether anything is filled in or found wrong here or below. */
    public boolean speaks() {
        return !faults.isEmpty() || kind != Kind.GROUP && kind != Kind.ROWS && !value.isEmpty() && !value.equals("false") || !values.isEmpty()
                || fields.stream().anyMatch(PageField::speaks) || rows.stream().anyMatch(row -> row.fields().stream().anyMatch(PageField::speaks));
    }

    /** What it says when it is only read: the names of what was chosen, or what was typed. */
    public List<Text> said() {
        if (!values.isEmpty()) {
            return values.stream().map(this::name).toList();
        }
        return value.isEmpty() ? List.of() : List.of(name(value));
    }

    private Text name(String chosen) {
        return options.stream().filter(option -> option.value().equals(chosen)).map(Option::text).findFirst().orElse(new Text(chosen, chosen));
    }
}
