package org.yekuo.casework.internal.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One text for one value (RFC 8785): keys sorted, no white space, instants in UTC to the microsecond, decimals as strings. What is hashed
 * must not depend on who writes it.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    public static String write(@Nullable Object value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean yes -> out.append(yes);
            case Integer number -> out.append(number);
            case Long number -> string(number.toString(), out);
            case BigDecimal number -> string(plain(number), out);
            case Number number -> throw new IllegalArgumentException("Write a number as a decimal, not as " + number.getClass().getSimpleName() + ".");
            case Map<?, ?> map -> object(map, out);
            case Collection<?> items -> array(items, out);
            case Instant instant -> string(instant.truncatedTo(ChronoUnit.MICROS).toString(), out);
            case LocalDate day -> string(day.toString(), out);
            default -> string(value.toString(), out);
        }
    }

    private static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, item) -> sorted.put(String.valueOf(key), item));
        out.append('{');
        var separator = "";
        for (var entry : sorted.entrySet()) {
            out.append(separator);
            string(entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void array(Collection<?> items, StringBuilder out) {
        out.append('[');
        var separator = "";
        for (var item : items) {
            out.append(separator);
            write(item, out);
            separator = ",";
        }
        out.append(']');
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
