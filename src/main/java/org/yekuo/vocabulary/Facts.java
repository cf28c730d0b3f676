package org.yekuo.vocabulary;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a case, by name: text, a number or yes/no. Rows of a regulation pack are matched against it.
 * Numbers are held without trailing zeros, so that equal facts are equal.
 */
public record Facts(Map<String, Object> values) {

    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        var copy = new TreeMap<String, Object>();
        values.forEach((name, value) -> copy.put(name, normal(name, value)));
        values = Collections.unmodifiableMap(copy);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Object::toString);
    }

    public Optional<BigDecimal> number(String name) {
        return Optional.ofNullable(values.get(name)).filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
    }

    /** Whether the fact is known to be true. */
    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public Facts with(String name, Object value) {
        return with(Map.of(name, value));
    }

    /** These facts, with {@code others} put over them. */
    public Facts with(Map<String, ?> others) {
        if (others.isEmpty()) {
            return this;
        }
        var merged = new TreeMap<String, Object>(values);
        merged.putAll(others);
        return new Facts(merged);
    }

    private static Object normal(String name, Object value) {
        return switch (value) {
            case BigDecimal number -> plain(number);
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case Double number -> plain(BigDecimal.valueOf(number));
            case java.math.BigInteger number -> new BigDecimal(number);
            case Boolean yes -> yes;
            case String text -> text;
            case Enum<?> constant -> constant.name();
            default -> throw new IllegalArgumentException("The fact " + name + " is text, a number or yes/no, not a " + value.getClass().getSimpleName() + ".");
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
