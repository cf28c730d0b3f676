package org.yekuo.regulation;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yekuo.vocabulary.Text;

/** The way of one sort of application (流程): an acyclic graph of stages, each written after those it comes after. */
public record Procedure(String key, Text name, Criteria applies, List<StageDefinition> stages, Basis basis) {

    public Procedure {
        stages = List.copyOf(stages);
    }

    public Optional<StageDefinition> stage(String key) {
        for (var stage : stages) {
            if (stage.key().equals(key)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    /** {@code key} and every stage that comes after it, directly or not. */
    public Set<String> reachableFrom(String key) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(key));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (reached.add(next)) {
                stages.stream().filter(stage -> stage.after().contains(next)).map(StageDefinition::key).forEach(open::push);
            }
        }
        return reached;
    }
}
