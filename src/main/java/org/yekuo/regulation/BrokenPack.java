package org.yekuo.regulation;

import java.util.List;
import java.util.stream.Collectors;
import org.yekuo.vocabulary.YekuoException;

/** A pack that can't be used; it names every fault found, not only the first. */
public final class BrokenPack extends YekuoException {

    private final transient List<PackFault> faults;

    public BrokenPack(String pack, List<PackFault> faults) {
        super("regulation.broken-pack", "The regulation pack " + pack + " has " + faults.size() + " fault(s):\n"
                + faults.stream().map(PackFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<PackFault> faults() {
        return faults;
    }
}
