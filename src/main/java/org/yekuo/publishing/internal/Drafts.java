package org.yekuo.publishing.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.publishing.Draft;
import org.yekuo.publishing.Proposal;
import org.yekuo.publishing.Publication;
import org.yekuo.regulation.BrokenPack;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackFault;
import org.yekuo.regulation.PackPublishing;

/** Reads drafts: what is in them, and what is wrong. */
@Component
public class Drafts {

    /** What an examination found: a pack, or faults. */
    public record Examined(@Nullable Pack pack, String hash, List<PackFault> faults) {}

    private final PackPublishing packs;
    private final DraftStore store;
    private final ProposalStore proposals;

    Drafts(PackPublishing packs, DraftStore store, ProposalStore proposals) {
        this.packs = packs;
        this.store = store;
        this.proposals = proposals;
    }

    public Examined examine(String name, SortedMap<String, byte[]> files) {
        try {
            var pack = packs.read(name, files);
            return new Examined(pack, pack.hash(), List.of());
        } catch (BrokenPack broken) {
            return new Examined(null, "", broken.faults());
        }
    }

    /** The pack of a draft, if there is such a draft and it is whole. */
    public Optional<Pack> pack(long id) {
        return store.find(id).filter(head -> head.faults().isEmpty()).map(head -> packs.readAgain(head.pack(), store.files(id)));
    }

    public Optional<Draft> draft(long id, boolean whole) {
        return store.find(id).map(head -> {
            var pack = head.faults().isEmpty() ? packs.readAgain(head.pack(), store.files(id)) : null;
            return draft(head, pack, whole, proposals.of(Publication.Kind.PACK, List.of(String.valueOf(id))));
        });
    }

    /** The latest drafts, without what they hold. */
    public List<Draft> latest() {
        var heads = store.latest();
        var proposed = proposals.of(Publication.Kind.PACK, heads.stream().map(head -> String.valueOf(head.id())).toList()).stream()
                .collect(Collectors.groupingBy(Proposal::subject));
        return heads.stream().map(head -> draft(head, null, false, proposed.getOrDefault(String.valueOf(head.id()), List.of()))).toList();
    }

    private static Draft draft(DraftStore.Head head, @Nullable Pack pack, boolean whole, List<Proposal> proposals) {
        return new Draft(head.id(), head.pack(), head.hash(), head.faults().isEmpty(), head.faults(), pack == null ? Map.of() : counts(pack), whole ? pack : null,
                head.uploadedBy(), head.uploadedByName(), head.uploadedAt(), proposals);
    }

    private static Map<String, Integer> counts(Pack pack) {
        return new TreeMap<>(Map.of("facts", pack.facts().size(), "procedures", pack.procedures().size(),
                "stages", pack.procedures().stream().mapToInt(procedure -> procedure.stages().size()).sum(), "limits", pack.limits().size(),
                "checklists", pack.checklists().size(), "approvals", pack.approvals().size(), "separations", pack.separations().size(),
                "fees", pack.fees().size(), "reasons", pack.reasons().size(),
                "tableRows", pack.tables().values().stream().mapToInt(table -> table.rows().size()).sum()));
    }
}
