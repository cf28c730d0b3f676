package org.yekuo.regulation.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.PackFault;

/** Collects what is wrong with a pack, so that all of it can be told at once. */
final class Faults {

    private final List<PackFault> found = new ArrayList<>();

    void add(String file, @Nullable String row, String sentence) {
        var fault = new PackFault(file, row, sentence);
        if (!found.contains(fault)) {
            found.add(fault);
        }
    }

    boolean any() {
        return !found.isEmpty();
    }

    List<PackFault> all() {
        return List.copyOf(found);
    }
}
