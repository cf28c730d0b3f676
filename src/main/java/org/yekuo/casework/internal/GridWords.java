package org.yekuo.casework.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.grid.GridNames;
import org.yekuo.grid.Network;
import org.yekuo.vocabulary.UnitCode;

/**
 * Lines and substations on papers by what people call them; what a stage handed in holds the codes of the grid. The code stays beside the name, as
 * {@code feederCode} and {@code substationCode}, for the papers an engineer works by.
 */
@Component
class GridWords {

    private static final String FEEDER = "feeder";
    private static final String SUBSTATION = "substation";

    private final Network network;

    GridWords(Network network) {
        this.network = network;
    }

    /** {@code said} with names in the place of codes, wherever in it a feeder or a substation is named. */
    Map<String, Object> named(UnitCode unit, Map<String, Object> said) {
        var codes = new HashSet<String>();
        collect(said, codes);
        return codes.isEmpty() ? said : named(said, network.names(unit, codes));
    }

    private static void collect(Object value, Set<String> codes) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((name, inner) -> {
                if (inner instanceof String code && (FEEDER.equals(name) || SUBSTATION.equals(name))) {
                    codes.add(code);
                } else {
                    collect(inner, codes);
                }
            });
            case List<?> list -> list.forEach(inner -> collect(inner, codes));
            default -> { }
        }
    }

    private static Map<String, Object> named(Map<?, ?> map, GridNames names) {
        var named = new TreeMap<String, Object>();
        map.forEach((key, value) -> {
            var name = String.valueOf(key);
            if (value instanceof String code && (name.equals(FEEDER) || name.equals(SUBSTATION))) {
                var called = name.equals(FEEDER) ? names.feeder(code) : names.substation(code);
                named.put(name, called);
                if (!called.equals(code)) {
                    named.put(name + "Code", code);
                }
            } else {
                named.put(name, inner(value, names));
            }
        });
        return named;
    }

    private static Object inner(Object value, GridNames names) {
        return switch (value) {
            case Map<?, ?> map -> named(map, names);
            case List<?> list -> list.stream().map(one -> inner(one, names)).toList();
            default -> value;
        };
    }
}
