package org.yekuo.regulation.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.Procedure;
import org.yekuo.regulation.StageDefinition;

/** Whether procedures can be walked: their graph, what their stages ask about, and whether exactly one fits each application. */
final class ProcedureChecks {

    static final String INTAKE = "intake";

    private final ParsedPack parsed;
    private final Combinations combinations;
    private final Faults faults;
    private final Map<String, FactDeclaration> facts;

    ProcedureChecks(ParsedPack parsed, Combinations combinations, Faults faults) {
        this.parsed = parsed;
        this.combinations = combinations;
        this.faults = faults;
        this.facts = parsed.pack().facts().stream().collect(Collectors.toMap(FactDeclaration::name, fact -> fact, (one, other) -> one));
    }

    void check() {
        var procedures = parsed.pack().procedures();
        new Hits<>(combinations, faults, "procedures/", Procedure::applies, Procedure::key).check(
                "the procedures", procedures, parsed.covers(),
                found -> parsed.covers().stream().anyMatch(cover -> cover.match(found)), true, true);
        var stages = procedures.stream().flatMap(procedure -> procedure.stages().stream()).map(StageDefinition::key).collect(Collectors.toSet());
        facts.values().stream().filter(fact -> !fact.setBy().equals(INTAKE) && !stages.contains(fact.setBy())).forEach(fact ->
                faults.add("pack.yaml", fact.name(), "is set by " + fact.setBy() + ", which is neither intake nor a stage of any procedure."));
        procedures.forEach(this::check);
    }

    private void check(Procedure procedure) {
        var file = "procedures/" + procedure.key() + ".yaml";
        var known = procedure.stages().stream().map(StageDefinition::key).collect(Collectors.toSet());
        var earlier = new HashSet<String>();
        var signals = new Signals(parsed.actSignals());
        asks(file, "procedure", procedure.applies(), Set.of(), "applies");
        for (var stage : procedure.stages()) {
            for (var after : stage.after()) {
                if (!known.contains(after)) {
                    faults.add(file, stage.key(), "comes after " + after + ", which is no stage of this procedure.");
                } else if (before(procedure, after).contains(stage.key()) || after.equals(stage.key())) {
                    faults.add(file, stage.key(), "comes after " + after + ", and " + after + " after it: a cycle that never opens.");
                } else if (!earlier.contains(after)) {
                    faults.add(file, stage.key(), "is written before " + after + ", after which it comes.");
                }
            }
            if (stage.after().isEmpty() && !earlier.isEmpty()) {
                faults.add(file, stage.key(), "comes after nothing; only the first stage may.");
            }
            earlier.add(stage.key());
            var before = before(procedure, stage.key());
            asks(file, stage.key(), stage.when(), before, "applies");
            stage.parts().forEach(part -> asks(file, stage.key() + "/" + part.key(), part.when(), before, "applies"));
            approvals(file, stage, before);
            requests(file, procedure, stage, before, signals);
        }
        unreachable(procedure).forEach(stage -> faults.add(file, stage, "can never be reached."));
    }

    private void approvals(String file, StageDefinition stage, Set<String> before) {
        for (var part : stage.parts()) {
            if (part.approval() != null) {
                parsed.pack().approvals().stream().filter(row -> row.subject().equals(part.approval())).forEach(row ->
                        asks("approvals.yaml", row.id(), row.applies(), before, "is asked by the stage " + stage.key() + " of " + file));
            }
        }
    }

    private void requests(String file, Procedure procedure, StageDefinition stage, Set<String> before, Signals signals) {
        if (!stage.onRequest() && !stage.requestNeeds().isEmpty()) {
            faults.add(file, stage.key(), "names requestNeeds but is not onRequest.");
        }
        for (var signal : stage.requestNeeds()) {
            signals.missingIn(procedure, signal).ifPresent(why ->
                    faults.add(file, stage.key(), "needs the signal " + signal + ", but " + why + "."));
            if (signals.missingIn(procedure, signal).isEmpty() && signal.contains(".") && !before.contains(signal.substring(0, signal.indexOf('.')))
                    && !parsed.actSignals().contains(signal)) {
                faults.add(file, stage.key(), "needs the signal " + signal + " of a stage that does not come before it.");
            }
        }
    }

    /** A row may ask only what is known by then: set at intake, by a stage before that is never skipped, or holding a default. */
    private void asks(String file, String row, Criteria criteria, Set<String> before, String how) {
        for (var name : criteria.conditions().keySet()) {
            var fact = facts.get(name);
            if (fact == null || fact.setBy().equals(INTAKE)) {
                continue;
            }
            if (!before.contains(fact.setBy())) {
                faults.add(file, row, how + " by the fact " + name + ", which only the stage " + fact.setBy() + " sets, and that does not come before.");
            }
        }
    }

    static Set<String> before(Procedure procedure, String key) {
        var found = new HashSet<String>();
        var open = new ArrayList<>(procedure.stage(key).map(StageDefinition::after).orElse(List.of()));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (found.add(next)) {
                open.addAll(procedure.stage(next).map(StageDefinition::after).orElse(List.of()));
            }
        }
        return found;
    }

    private static List<String> unreachable(Procedure procedure) {
        var settled = new HashSet<String>();
        var stages = procedure.stages();
        boolean more = true;
        while (more) {
            more = stages.stream().filter(stage -> settled.containsAll(stage.after())).map(stage -> settled.add(stage.key())).toList().contains(true);
        }
        return stages.stream().map(StageDefinition::key).filter(key -> !settled.contains(key)).toList();
    }
}
