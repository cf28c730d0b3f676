package org.yekuo.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/** Publishes packs (规则包发布). What is published under a name stays as it is, and is in force for cases of its first day and later. */
public interface PackPublishing {

    /**
     * Reads a pack handed in for publication; what it includes is looked up among the published packs.
     *
     * @throws BrokenPack with all faults, when the pack can't be used
     */
    Pack read(String name, SortedMap<String, byte[]> files);

    /** Reads a pack that {@link #read} has found nothing wrong with; it is not examined again. */
    Pack readAgain(String name, SortedMap<String, byte[]> files);

    /**
     * Everything that keeps a pack from being published for cases from {@code effectiveFrom} on: its name is taken, the day is not after
     * {@code today}, lies outside the pack's own time, or is the first day of another complete pack.
     */
    List<Violation> faults(Pack pack, LocalDate effectiveFrom, LocalDate today);

    /** Publishes in the caller's transaction, which must be there; one publication at a time. Refused with {@link #faults}. */
    Answer<Pack> publish(String name, SortedMap<String, byte[]> files, LocalDate effectiveFrom, LocalDate today);
}
