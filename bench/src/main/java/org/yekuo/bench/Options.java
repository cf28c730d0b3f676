package org.yekuo.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands behind the name of a bench: {@code --size 100k --for 30s --write}. A switch without a value is {@code true}. */
public record Options(Map<String, String> values) {

    public static Options of(List<String> arguments) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < arguments.size(); i++) {
            var key = arguments.get(i);
            if (!key.startsWith("--")) {
                throw new IllegalArgumentException("An option starts with --, which \"" + key + "\" does not.");
            }
            boolean valued = i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--");
            values.put(key.substring(2), valued ? arguments.get(++i) : "true");
        }
        return new Options(values);
    }

    /** As they are said on a command line. */
    public List<String> said() {
        return values.entrySet().stream().flatMap(one -> java.util.stream.Stream.of("--" + one.getKey(), one.getValue())).toList();
    }

    /** With more, where nothing was said. */
    public Options with(Map<String, String> more) {
        var all = new LinkedHashMap<>(more);
        all.putAll(values);
        return new Options(all);
    }

    /** With this instead of what was said. */
    public Options and(String key, String value) {
        var all = new LinkedHashMap<>(values);
        all.put(key, value);
        return new Options(all);
    }

    public String text(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    public boolean is(String key) {
        return values.getOrDefault(key, "false").equals("true");
    }

    /** A number; {@code 100k} and {@code 1m} are understood. */
    public int number(String key, int otherwise) {
        var said = values.get(key);
        return said == null ? otherwise : number(said);
    }

    public List<Integer> numbers(String key, String otherwise) {
        return Arrays.stream(text(key, otherwise).split(",")).map(Options::number).toList();
    }

    private static int number(String said) {
        var lower = said.toLowerCase(java.util.Locale.ROOT);
        int factor = lower.endsWith("k") ? 1_000 : lower.endsWith("m") ? 1_000_000 : 1;
        return Integer.parseInt(factor == 1 ? lower : lower.substring(0, lower.length() - 1)) * factor;
    }

    /** A time: {@code 30s}, {@code 0.5s}, {@code 10m}, {@code 1h}. */
    public Duration time(String key, String otherwise) {
        return Duration.parse("PT" + text(key, otherwise).toUpperCase(java.util.Locale.ROOT));
    }
}
