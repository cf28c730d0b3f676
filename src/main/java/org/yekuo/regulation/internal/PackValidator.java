package org.yekuo.regulation.internal;

import org.yekuo.regulation.Pack;

/** Judges a pack as a whole: no gap, no overlap, nothing named that is not there. Pure; every fault is collected. */
final class PackValidator {

    private PackValidator() {}

    static void validate(ParsedPack parsed, Faults faults) {
        var pack = parsed.pack();
        var combinations = new Combinations(pack.facts(), parsed.impossible());
        if (pack.effectiveUntil() != null && pack.effectiveUntil().isBefore(pack.effectiveFrom())) {
            faults.add("pack.yaml", "pack", "ends before it begins.");
        }
        if (pack.kind() == Pack.Kind.COMPLETE) {
            new ProcedureChecks(parsed, combinations, faults).check();
        }
        new LimitChecks(parsed, combinations, faults).check();
        new TableChecks(parsed, combinations, faults).check();
        new LetterChecks(pack, faults).check();
    }
}
