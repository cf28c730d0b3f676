package org.yekuo.casework.internal.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.StageDefinition;

/**
 * The signals a case has given (semantics 16): {@code accepted}, {@code <stage>.<verb>} and {@code <stage>.<part>.closed} of live runs,
 * and acts. What a skipped stage would have given counts as given the day it was skipped.
 */
public final class Signals {

    private final CaseFile file;

    public Signals(CaseFile file) {
        this.file = file;
    }

    /** The day a signal was given, as seen from a phase: the last day where it needs several phases. */
    public Optional<LocalDate> day(String signal, int phase) {
        if (signal.equals("accepted")) {
            return Optional.ofNullable(file.acceptedOn);
        }
        if (file.actSignals.containsKey(signal)) {
            return Optional.of(file.actSignals.get(signal));
        }
        int dot = signal.indexOf('.');
        var stage = dot < 0 ? Optional.<StageDefinition>empty() : file.procedure.stage(signal.substring(0, dot));
        if (stage.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = null;
        for (int seen : file.phasesSeenFrom(phase, stage.get())) {
            var given = file.live(stage.get().key(), seen).flatMap(run -> Optional.ofNullable(day(run, signal.substring(dot + 1))));
            if (given.isEmpty()) {
                return Optional.empty();
            }
            last = last == null || given.get().isAfter(last) ? given.get() : last;
        }
        return Optional.ofNullable(last);
    }

    /** Whether the stage of a signal is done by phase. */
    public boolean perPhase(String signal) {
        int dot = signal.indexOf('.');
        return dot > 0 && file.procedure.stage(signal.substring(0, dot)).map(StageDefinition::perPhase).orElse(false);
    }

    private @Nullable LocalDate day(Run run, String verb) {
        if (run.state == Run.State.SKIPPED) {
            return run.openedOn;
        }
        return switch (verb) {
            case "requested" -> run.requestedOn;
            case "started" -> run.startedOn;
            case "closed" -> run.state == Run.State.CLOSED ? run.closedOn : null;
            case "passed" -> run.passed() ? run.closedOn : null;
            case "issued" -> file.receiptOf(run).map(ReceiptRow::issuedOn).orElse(null);
            case "served" -> file.receiptOf(run).map(receipt -> receipt.servedOn() != null ? receipt.servedOn() : receipt.acknowledgedOn())
                    .orElse(null);
            case "acknowledged" -> file.receiptOf(run).map(ReceiptRow::acknowledgedOn).orElse(null);
            default -> verb.endsWith(".closed")
                    ? run.parts.stream().filter(part -> part.key.equals(verb.substring(0, verb.length() - ".closed".length()))
                            && part.state == PartRow.State.CLOSED).map(part -> part.closedOn).findFirst().orElse(null)
                    : null;
        };
    }
}
