package org.yekuo.grid;

import java.util.Map;

/** What lines, transformer areas and substations are called (线路、台区、变电站名称), by their codes; a code that is not on file is said as it is. */
public record GridNames(Map<String, String> feeders, Map<String, String> substations) {

    public GridNames {
        feeders = Map.copyOf(feeders);
        substations = Map.copyOf(substations);
    }

    public String feeder(String code) {
        return feeders.getOrDefault(code, code);
    }

    public String substation(String code) {
        return substations.getOrDefault(code, code);
    }
}
