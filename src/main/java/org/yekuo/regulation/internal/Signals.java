package org.yekuo.regulation.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yekuo.regulation.Procedure;
import org.yekuo.regulation.StageDefinition;

/** Which signals there are: {@code accepted}, {@code <stage>.<what happened>}, {@code <stage>.<part>.closed}, and those acts give. */
final class Signals {

    static final String ACCEPTED = "accepted";
    private static final Set<String> OF_ALL = Set.of("started", "closed", "passed");
    private static final Set<String> OF_RECEIPTS = Set.of("issued", "served", "acknowledged");

    private final Set<String> acts;

    Signals(Set<String> acts) {
        this.acts = acts;
    }

    /** Why a procedure can't give this signal, or empty when it can. */
    Optional<String> missingIn(Procedure procedure, String signal) {
        if (signal.equals(ACCEPTED) || acts.contains(signal)) {
            return Optional.empty();
        }
        var words = List.of(signal.split("\\.", -1));
        var stage = procedure.stage(words.getFirst());
        if (stage.isEmpty()) {
            return Optional.of("the procedure " + procedure.key() + " has no stage " + words.getFirst());
        }
        return gives(stage.get(), words) ? Optional.empty()
                : Optional.of("the stage " + words.getFirst() + " of the procedure " + procedure.key() + " never gives it");
    }

    private static boolean gives(StageDefinition stage, List<String> words) {
        if (words.size() == 3) {
            return words.get(2).equals("closed") && stage.parts().stream().anyMatch(part -> part.key().equals(words.get(1)));
        }
        return words.size() == 2 && (OF_ALL.contains(words.get(1))
                || stage.onRequest() && words.get(1).equals("requested")
                || stage.receipt() != null && OF_RECEIPTS.contains(words.get(1)));
    }
}
