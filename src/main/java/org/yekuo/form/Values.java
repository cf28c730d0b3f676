package org.yekuo.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one value of a form; numbers, days and yes/no may also come as text, as pages post them. */
final class Values {

    private static final int MOST_DIGITS = 18;

    /** What is wrong with a value. */
    record Wrong(String rule, List<Object> args) {}

    private Values() {}

    static Object read(JsonNode node, Class<?> type, @Nullable Asked asked) {
        if (type == String.class) {
            return text(node, asked);
        }
        if (type == BigDecimal.class || type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return number(node, type, asked);
        }
        if (type == boolean.class || type == Boolean.class) {
            return yesNo(node);
        }
        if (type.isEnum()) {
            return word(node, type);
        }
        return time(node, type);
    }

    private static Object text(JsonNode node, @Nullable Asked asked) {
        if (!node.isString()) {
            return wrong("form.not-a-text");
        }
        var text = node.stringValue().strip();
        int longest = asked == null ? 200 : asked.maxLength();
        if (text.length() > longest) {
            return wrong("form.too-long", text.length(), longest);
        }
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\t' && c != '\r')) {
            return wrong("form.control-character");
        }
        return asked != null && !asked.pattern().isEmpty() && !text.matches(asked.pattern()) ? wrong("form.wrong-pattern", text, asked.pattern()) : text;
    }

    private static Object number(JsonNode node, Class<?> type, @Nullable Asked asked) {
        BigDecimal number;
        try {
            number = node.isNumber() ? node.decimalValue() : node.isString() ? new BigDecimal(node.stringValue().strip()) : null;
        } catch (NumberFormatException e) {
            number = null;
        }
        if (number == null) {
            return wrong("form.not-a-number");
        }
        if (Math.max(number.precision(), number.precision() - number.scale()) > MOST_DIGITS || number.scale() > MOST_DIGITS) {
            return wrong("form.too-many-digits", MOST_DIGITS);
        }
        if (asked != null && (!asked.min().isEmpty() && number.compareTo(new BigDecimal(asked.min())) < 0
                || !asked.max().isEmpty() && number.compareTo(new BigDecimal(asked.max())) > 0)) {
            return wrong("form.out-of-range", number.toPlainString(), asked.min().isEmpty() ? "−∞" : asked.min(), asked.max().isEmpty() ? "∞" : asked.max());
        }
        try {
            return type == BigDecimal.class ? number : type == long.class || type == Long.class ? (Object) number.longValueExact() : number.intValueExact();
        } catch (ArithmeticException e) {
            return wrong("form.not-a-whole-number", number.toPlainString());
        }
    }

    private static Object yesNo(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return switch (node.isString() ? node.stringValue().strip() : "") {
            case "true", "on" -> true;
            case "false", "off" -> false;
            default -> wrong("form.not-yes-or-no");
        };
    }

    private static Object word(JsonNode node, Class<?> type) {
        var words = type.getEnumConstants();
        return Arrays.stream(words).filter(word -> node.isString() && ((Enum<?>) word).name().equals(node.stringValue().strip())).findFirst()
                .map(Object.class::cast)
                .orElseGet(() -> wrong("form.unknown-word", node.isString() ? node.stringValue() : node.toString(),
                        Arrays.stream(words).map(word -> ((Enum<?>) word).name()).collect(Collectors.joining("、"))));
    }

    private static Object time(JsonNode node, Class<?> type) {
        var text = node.isString() ? node.stringValue().strip() : "";
        try {
            if (type == LocalDate.class) {
                var day = LocalDate.parse(text);
                return day.getYear() < 1900 || day.getYear() > 2199 ? wrong("form.not-a-day", text) : day;
            }
            if (type == LocalTime.class) {
                return LocalTime.parse(text);
            }
            if (type == LocalDateTime.class) {
                return LocalDateTime.parse(text);
            }
            if (type == Instant.class) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            return wrong(type == LocalDate.class ? "form.not-a-day" : "form.not-a-time", text.isEmpty() ? node.toString() : text);
        }
        throw new IllegalStateException("A form can't ask for a " + type.getName() + ".");
    }

    private static Wrong wrong(String rule, Object... args) {
        return new Wrong(rule, List.of(args));
    }
}
