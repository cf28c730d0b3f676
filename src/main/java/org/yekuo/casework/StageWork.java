package org.yekuo.casework;

import java.util.List;
import java.util.Map;
import org.yekuo.vocabulary.Violation;

/**
 * The work of one stage (环节), implemented by its room. The hall calls {@code check}, and if nothing is wrong {@code apply} and
 * {@code record}, all in the transaction of the act, with the case locked.
 *
 * @param <R> the typed result that closes the stage
 */
public interface StageWork<R extends StageResult> {

    /** The stage's key in the packs. */
    String key();

    Class<R> resultType();

    /** What a form may offer, by field: codes with names, candidates. May read. */
    default Map<String, Object> choices(CaseView view) {
        return Map.of();
    }

    /** Everything wrong with the result for this case; may read. Facts are always accepted, conclusions may be refused. */
    List<Violation> check(CaseView view, R result);

    /** What follows from the result; pure. */
    Effects apply(CaseView view, R result);

    /** Writes the room's own tables: once per case and phase, a later round replacing an earlier. */
    default void record(CaseView view, R result) {}

    /** What the customer's request for this stage must show (送审资料, 报验资料); may read. */
    default List<Violation> checkRequest(CaseView view, List<String> papers) {
        return List.of();
    }

    /** What follows when a colleague refuses a part; by default the stage is done again. */
    default Outcome refused(CaseView view, String part, String reason) {
        return new Outcome.Again(reason);
    }

    /** The case ended early: gives back what the room held for it. */
    default void release(CaseView view) {}
}
