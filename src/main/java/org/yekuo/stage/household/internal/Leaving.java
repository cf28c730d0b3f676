package org.yekuo.stage.household.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.yekuo.stage.household.Households.Household;
import org.yekuo.stage.household.LeftOut;
import org.yekuo.vocabulary.Violation;

/** Households left out of what is done with the others. */
final class Leaving {

    private Leaving() {}

    /** Each is on the list, named once, and somebody remains. */
    static List<Violation> check(List<LeftOut> leftOut, List<Household> listed) {
        var found = new ArrayList<Violation>();
        var numbers = listed.stream().map(Household::n).collect(Collectors.toSet());
        var seen = new HashSet<Integer>();
        for (int i = 0; i < leftOut.size(); i++) {
            if (!numbers.contains(leftOut.get(i).n()) || !seen.add(leftOut.get(i).n())) {
                found.add(Violation.at("leftOut[" + i + "].n", "household.not-on-list", leftOut.get(i).n()));
            }
        }
        if (found.isEmpty() && others(leftOut, listed).isEmpty()) {
            found.add(Violation.of("household.nobody-left"));
        }
        return found;
    }

    static List<Household> others(List<LeftOut> leftOut, List<Household> listed) {
        var out = leftOut.stream().map(LeftOut::n).collect(Collectors.toSet());
        return listed.stream().filter(household -> !out.contains(household.n())).toList();
    }
}
