package org.yekuo.document.internal;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fills a template with data, as they are written on Chinese papers: days 2008年5月16日, money with two decimals, yes and no 是 and 否. For every list
 * that is not empty {@code any-<list>} holds; a template has no other logic. Only maps and lists are looked into, never objects.
 */
final class Filling {

    /** Names of sums of money in what papers say. */
    private static final Set<String> MONEY = Set.of("amount", "total", "feeTotal", "unitPrice", "perKva");

    private Filling() {}

    static String fill(String template, Map<String, String> parts, Map<String, Object> data) {
        return Mustache.compiler().defaultValue("").emptyStringIsFalse(true).withCollector(new MapsOnly()).withLoader(part -> new StringReader(parts.getOrDefault(part, "")))
                .compile(template).execute(written(data));
    }

    private static Map<String, Object> written(Map<?, ?> data) {
        var written = new HashMap<String, Object>();
        data.forEach((key, value) -> {
            var name = String.valueOf(key);
            written.put(name, MONEY.contains(name) && value instanceof Number number ? money(number) : written(value));
            if (value instanceof List<?> list && !list.isEmpty()) {
                written.put("any-" + name, true);
            }
        });
        return written;
    }

    private static Object written(Object value) {
        return switch (value) {
            case Map<?, ?> map -> written(map);
            case List<?> list -> {
                var written = new ArrayList<Object>();
                list.forEach(one -> written.add(written(one)));
                yield written;
            }
            case Boolean yes -> yes;
            case Number number -> decimal(number).stripTrailingZeros().toPlainString();
            case String text -> day(text);
            default -> value.toString();
        };
    }

    /** A day as papers write it; what only looks like one stays as it is. */
    private static String day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? day(LocalDate.parse(text)) : text;
        } catch (DateTimeException noDay) {
            return text;
        }
    }

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String money(Number number) {
        return String.format(Locale.ROOT, "%,.2f", decimal(number));
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    /** Looks into maps and lists; a template can't call anything. */
    private static final class MapsOnly extends BasicCollector {

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
