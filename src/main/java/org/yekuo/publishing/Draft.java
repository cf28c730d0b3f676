package org.yekuo.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackFault;

/**
 * A pack handed in for publication (规则包草稿) with what its examination found.
 *
 * @param pack        its id, as {@code pack.yaml} says it
 * @param hash        of its files; the published pack has the same, or with its includes another
 * @param publishable whether it has no faults
 * @param faults      everything wrong with it, by file, row and combination
 * @param read        what it holds when it could be read: how many rows of each part
 * @param content     the pack itself, where it was asked for
 * @param proposals   what was proposed with it, the latest first
 */
public record Draft(
        long id, String pack, String hash, boolean publishable, List<PackFault> faults, Map<String, Integer> read, @Nullable Pack content, String uploadedBy,
        String uploadedByName, Instant uploadedAt, List<Proposal> proposals) {

    public Draft {
        faults = List.copyOf(faults);
        proposals = List.copyOf(proposals);
    }
}
