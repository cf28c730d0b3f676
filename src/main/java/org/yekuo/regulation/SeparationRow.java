package org.yekuo.regulation;

import java.util.List;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Text;

/**
 * Two duties one person may not have in one case (不相容职责). A duty is a stage's lead ({@code survey}) or one part ({@code fee.verify}).
 *
 * @param unless     the facts under which it does not hold at all; {@link Criteria#NEVER} when it always holds
 * @param exceptions the acts that lift it by name, and for whom
 */
public record SeparationRow(String id, Text name, List<String> first, List<String> second, Criteria unless, List<Lifting> exceptions, Basis basis) {

    /**
     * An act that lifts the separation for some customers (例外), such as low-voltage work done in one visit (一次上门连办).
     *
     * @param act as the program calls it: {@code ONE_VISIT}
     */
    public record Lifting(String act, Text name, Criteria applies, Basis basis) {}


    public SeparationRow {
        first = List.copyOf(first);
        second = List.copyOf(second);
        exceptions = List.copyOf(exceptions);
    }

    /** Whether it holds for these facts, outside any act that lifts it. */
    public boolean holds(Facts facts) {
        return unless.conditions().isEmpty() || !unless.match(facts);
    }

    /** Whether an act lifts it for these facts. */
    public boolean liftedBy(String act, Facts facts) {
        return exceptions.stream().anyMatch(exception -> exception.act().equals(act) && exception.applies().match(facts));
    }

    public boolean separates(String oneDuty, String otherDuty) {
        return first.contains(oneDuty) && second.contains(otherDuty) || second.contains(oneDuty) && first.contains(otherDuty);
    }
}
