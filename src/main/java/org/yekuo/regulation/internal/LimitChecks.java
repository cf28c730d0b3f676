package org.yekuo.regulation.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.regulation.Standard;

/** Whether limits start and stop on signals that are given, add up, and whether what a receipt may promise has exactly one row. */
final class LimitChecks {

    private static final String FILE = "limits.yaml";

    private final ParsedPack parsed;
    private final Combinations combinations;
    private final Faults faults;
    private final Hits<LimitRow> hits;
    private final Signals signals;

    LimitChecks(ParsedPack parsed, Combinations combinations, Faults faults) {
        this.parsed = parsed;
        this.combinations = combinations;
        this.faults = faults;
        this.hits = new Hits<>(combinations, faults, FILE, LimitRow::applies, LimitRow::id);
        this.signals = new Signals(parsed.actSignals());
    }

    void check() {
        var limits = parsed.pack().limits();
        limits.stream().collect(Collectors.groupingBy(row -> row.limit() + "/" + row.standard())).forEach((key, rows) ->
                hits.check(key, rows, List.of(), false, true));
        promises();
        var late = parsed.pack().facts().stream()
                .filter(fact -> !fact.setBy().equals(ProcedureChecks.INTAKE) && fact.defaultValue() == null)
                .collect(Collectors.toMap(FactDeclaration::name, fact -> fact, (one, other) -> one));
        for (var row : limits) {
            ends(row);
            sum(row);
            if (parsed.pack().kind() == Pack.Kind.COMPLETE) {
                signals(row);
                pauses(row);
            }
            row.applies().conditions().keySet().stream().flatMap(name -> Stream.ofNullable(late.get(name))).forEach(fact -> faults.add(FILE, row.id(),
                    "asks about the fact " + fact.name() + ", which is unknown until the stage " + fact.setBy() + " and has no default."));
        }
        parsed.pack().reasons().stream().filter(reason -> reason.use() == ReasonRow.Use.PAUSE && reason.cause() == ReasonRow.Cause.COMPANY)
                .forEach(reason -> faults.add("pack.yaml", "PAUSE " + reason.code(), "would let the company stop its own clock."));
    }

    private void promises() {
        for (var procedure : parsed.pack().procedures()) {
            for (var stage : procedure.stages()) {
                var promise = stage.promise();
                if (promise != null) {
                    var rows = parsed.pack().limits().stream()
                            .filter(row -> row.limit().equals(promise) && row.standard() == Standard.COMMITTED).toList();
                    hits.check(promise + "/COMMITTED, promised by " + procedure.key() + "/" + stage.key(), rows,
                            List.of(procedure.applies(), stage.when()), true, true);
                }
            }
        }
    }

    private void ends(LimitRow row) {
        if (row.sumOf().isEmpty() && (row.starts().isEmpty() || row.stops().isEmpty())) {
            faults.add(FILE, row.id(), "has no " + (row.starts().isEmpty() ? "starts" : "stops") + "; it would never run or never end.");
        }
    }

    /** Only where procedures are known can be told whether they give a signal. */
    private void signals(LimitRow row) {
        if (!row.sumOf().isEmpty()) {
            return;
        }
        var meant = parsed.pack().procedures().stream().filter(procedure -> combinations.meet(row.applies(), procedure.applies())).toList();
        for (var procedure : meant) {
            row.starts().forEach(signal -> signals.missingIn(procedure, signal).ifPresent(why ->
                    faults.add(FILE, row.id(), "starts on " + signal + ", but " + why + ".")));
            if (!row.stops().isEmpty() && row.stops().stream().allMatch(signal -> signals.missingIn(procedure, signal).isPresent())) {
                faults.add(FILE, row.id(), "stops on none of the signals of the procedure " + procedure.key() + ": " + row.stops() + ".");
            }
        }
        var procedures = parsed.pack().procedures();
        java.util.stream.Stream.concat(row.starts().stream(), row.stops().stream())
                .filter(signal -> procedures.stream().allMatch(procedure -> signals.missingIn(procedure, signal).isPresent()))
                .forEach(signal -> faults.add(FILE, row.id(), "names the signal " + signal + ", which no procedure gives."));
    }

    private void sum(LimitRow row) {
        if (!row.sumOf().isEmpty() && !(row.starts().isEmpty() && row.stops().isEmpty())) {
            faults.add(FILE, row.id(), "is a sum and has starts or stops of its own.");
        }
        for (var part : row.sumOf()) {
            var rows = parsed.pack().limits().stream().filter(other -> part.equals(other.limit() + "/" + other.standard())).toList();
            if (rows.isEmpty()) {
                faults.add(FILE, row.id(), "adds up " + part + ", which has no row.");
            } else if (rows.stream().anyMatch(other -> !other.sumOf().isEmpty())) {
                faults.add(FILE, row.id(), "adds up " + part + ", which is a sum itself.");
            } else {
                hits.check(part + ", added up by " + row.id(), rows, List.of(row.applies()), true, true);
            }
        }
    }

    private void pauses(LimitRow row) {
        Map<String, ReasonRow> reasons = parsed.pack().reasons().stream().filter(reason -> reason.use() == ReasonRow.Use.PAUSE)
                .collect(Collectors.toMap(ReasonRow::code, reason -> reason, (one, other) -> one));
        row.pauses().stream().filter(code -> !reasons.containsKey(code)).forEach(code ->
                faults.add(FILE, row.id(), "may be paused for " + code + ", which is no reason for a pause in pack.yaml."));
    }
}
