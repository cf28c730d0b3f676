package org.yekuo.web.internal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Text;

/** What stages and their parts are called, in any published pack: lists show many cases and do not open each. */
@Component
public class StageNames {

    /** Of the packs there were when all were last asked for; a row is named without asking which there are now. */
    private record Known(List<String> packs, Map<String, Text> names, Map<String, Text> stages) {}

    private final Regulations regulations;
    private volatile Known known = new Known(List.of(), Map.of(), Map.of());

    StageNames(Regulations regulations) {
        this.regulations = regulations;
    }

    /** The stage's name; for a colleague's part, that of the part. */
    public Text name(String stage, String part, boolean lead) {
        var names = known.names().containsKey(stage) ? known.names() : known().names();
        return names.getOrDefault(lead ? stage : stage + "." + part, names.getOrDefault(stage, new Text(stage, stage)));
    }

    /** The stages of all procedures, by their keys. */
    public Map<String, Text> all() {
        return known().stages();
    }

    private Known known() {
        var packs = regulations.all();
        var now = packs.stream().map(pack -> pack.id() + " " + pack.hash()).toList();
        var before = known;
        if (before.packs().equals(now)) {
            return before;
        }
        var names = new TreeMap<String, Text>();
        var stages = new TreeMap<String, Text>();
        packs.forEach(pack -> pack.procedures().forEach(procedure -> procedure.stages().forEach(stage -> {
            names.putIfAbsent(stage.key(), stage.name());
            stages.putIfAbsent(stage.key(), stage.name());
            stage.parts().forEach(part -> names.putIfAbsent(stage.key() + "." + part.key(), part.name()));
        })));
        var read = new Known(now, names, Collections.unmodifiableMap(stages));
        known = read;
        return read;
    }
}
