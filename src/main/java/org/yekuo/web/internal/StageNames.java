package org.yekuo.web.internal;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Text;

/** What stages and their parts are called, in any published pack: lists show many cases and do not open each. */
@Component
public class StageNames {

    private final Regulations regulations;
    /** Of the packs there were when all were last asked for; a row is named without asking which there are now. */
    private volatile Map<String, Text> known = Map.of();

    StageNames(Regulations regulations) {
        this.regulations = regulations;
    }

    /** The stage's name; for a colleague's part, that of the part. */
    public Text name(String stage, String part, boolean lead) {
        var names = known.containsKey(stage) ? known : names();
        return names.getOrDefault(lead ? stage : stage + "." + part, names.getOrDefault(stage, new Text(stage, stage)));
    }

    /** The stages of all procedures, by their keys. */
    public Map<String, Text> all() {
        var stages = new TreeMap<>(names());
        stages.keySet().removeIf(key -> key.contains("."));
        return stages;
    }

    private Map<String, Text> names() {
        var names = new TreeMap<String, Text>();
        regulations.all().forEach(pack -> pack.procedures().forEach(procedure -> procedure.stages().forEach(stage -> {
            names.putIfAbsent(stage.key(), stage.name());
            stage.parts().forEach(part -> names.putIfAbsent(stage.key() + "." + part.key(), part.name()));
        })));
        known = names;
        return names;
    }
}
