package org.yekuo.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.vocabulary.YekuoException;

/** The stages' rooms, by the key of the stage. */
@Component
public class StageWorks {

    private final Map<String, StageWork<?>> byKey = new TreeMap<>();

    StageWorks(List<StageWork<?>> works) {
        for (var work : works) {
            if (byKey.put(work.key(), work) != null) {
                throw new YekuoException("casework.two-rooms", "Two rooms do the stage " + work.key() + ".");
            }
        }
    }

    public Optional<StageWork<?>> work(String stage) {
        return Optional.ofNullable(byKey.get(stage));
    }

    public List<StageWork<?>> all() {
        return List.copyOf(byKey.values());
    }
}
