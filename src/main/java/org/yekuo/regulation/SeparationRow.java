package org.yekuo.regulation;

import java.util.List;
import org.yekuo.vocabulary.Text;

/**
 * Two duties one person may not have in one case (不相容职责). A duty is a stage's lead ({@code survey}) or one part ({@code fee.verify}).
 *
 * @param unless the facts under which it does not hold (一次上门连办); {@link Criteria#NEVER} when it always holds
 */
public record SeparationRow(String id, Text name, List<String> first, List<String> second, Criteria unless, Basis basis) {

    public SeparationRow {
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    public boolean separates(String oneDuty, String otherDuty) {
        return first.contains(oneDuty) && second.contains(otherDuty) || second.contains(oneDuty) && first.contains(otherDuty);
    }
}
