package org.yekuo.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with what a person asked for. It is a value: all of a request are collected and returned together.
 *
 * @param rule   stable id, {@code room.rule-name}; also the key of its sentence in {@code messages/<room>.properties}
 * @param field  dotted, indexed path of the input it concerns ({@code documents[2].type}), or null when it concerns the whole
 * @param args   what the sentence names, in its order: {@code {0}}, {@code {1}} …
 * @param clause the article, or null where the rule is our own
 */
public record Violation(String rule, @Nullable String field, List<String> args, @Nullable Clause clause) {

    public Violation {
        args = List.copyOf(args);
    }

    /** A violation of the whole request. */
    public static Violation of(String rule, Object... args) {
        return new Violation(rule, null, strings(args), null);
    }

    /** A violation at one field. */
    public static Violation at(String field, String rule, Object... args) {
        return new Violation(rule, field, strings(args), null);
    }

    public Violation citing(String article) {
        return new Violation(rule, field, args, new Clause(article));
    }

    public Violation citing(@Nullable Clause article) {
        return new Violation(rule, field, args, article);
    }

    /** The same violation with its field below {@code prefix}. */
    public Violation under(String prefix) {
        return new Violation(rule, field == null ? prefix : prefix + "." + field, args, clause);
    }

    private static List<String> strings(Object... args) {
        return java.util.Arrays.stream(args).map(String::valueOf).toList();
    }
}
