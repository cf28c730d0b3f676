package org.yekuo.regulation.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.MachineClock;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackPublishing;
import org.yekuo.regulation.Regulations;
import org.yekuo.regulation.internal.PackChecking.Library;
import org.yekuo.regulation.internal.PackRows.Listed;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packs that ship with the program, published at the first start, and all that were ever published on this database. A published pack never
 * changes, so a known one is looked up in memory; which there are, and from when, is asked of the database each time, and what is new is read.
 */
@Component
class PublishedPacks implements Regulations, PackPublishing {

    /** A published pack as it was read. */
    private record Published(String hash, @Nullable LocalDate effectiveFrom, Pack pack) {

        boolean is(Listed listed) {
            return hash.equals(listed.hash()) && Objects.equals(effectiveFrom, listed.effectiveFrom());
        }
    }

    private final PackRows rows;
    private final MachineClock clock;
    private volatile Map<String, Published> known = Map.of();

    PublishedPacks(JdbcClient jdbc, MachineClock clock, JsonMapper mapper) throws IOException {
        this.rows = new PackRows(jdbc, mapper);
        this.clock = clock;
        publish(ShippedPacks.read());
        packs();
    }

    /** A pack is stored after those it rests on. */
    private void publish(Map<String, SortedMap<String, byte[]>> shipped) {
        var hashes = rows.list().stream().collect(Collectors.toMap(Listed::id, Listed::hash));
        var library = new TreeMap<>(shipped);
        hashes.keySet().stream().filter(name -> !library.containsKey(name)).forEach(name -> rows.files(name).ifPresent(files -> library.put(name, files)));
        shipped.entrySet().stream().sorted(Comparator.comparing(pack -> floor(new PackFiles(pack.getKey(), pack.getValue(), null)))).forEach(pack -> {
            var hash = PackChecking.hash(pack.getKey(), pack.getValue(), id -> Optional.ofNullable(library.get(id)));
            var published = hashes.get(pack.getKey());
            if (published == null) {
                PackChecking.check(pack.getKey(), pack.getValue(), id -> Optional.ofNullable(library.get(id)));
                rows.insert(pack.getKey(), hash, pack.getValue(), null, clock.now());
            } else if (!published.equals(hash)) {
                throw new YekuoException("regulation.changed-after-publication", "规则包“" + pack.getKey() + "”的内容与已发布的不同：已发布的规则包不能改动，请以新名称另行发布。"
                        + " / The pack \"" + pack.getKey() + "\" differs from what was published under this name; a published pack is never changed, publish it under another name.");
            }
        });
    }

    /** References stand below what rewords them, and both below what includes them. */
    private static int floor(PackFiles pack) {
        return !pack.includes().isEmpty() ? 2 : pack.rewords() != null ? 1 : 0;
    }

    /** All published packs as the asking transaction sees them. */
    private Collection<Pack> packs() {
        var before = known;
        var now = new LinkedHashMap<String, Published>();
        for (var listed : rows.list()) {
            var found = before.get(listed.id());
            now.put(listed.id(), found != null && found.is(listed) ? found : read(listed));
        }
        known = Collections.unmodifiableMap(now);
        return now.values().stream().map(Published::pack).toList();
    }

    /** It was checked when it was published. */
    private Published read(Listed listed) {
        Library library = rows::files;
        var pack = PackChecking.trusted(listed.id(), rows.files(listed.id()).orElseThrow(), library).pack();
        return new Published(listed.hash(), listed.effectiveFrom(), listed.effectiveFrom() == null ? pack : pack.inForceFrom(listed.effectiveFrom()));
    }

    @Override
    public Optional<Pack> inForce(LocalDate day) {
        return packs().stream().filter(pack -> pack.kind() == Pack.Kind.COMPLETE)
                .filter(pack -> !day.isBefore(pack.effectiveFrom()) && (pack.effectiveUntil() == null || !day.isAfter(pack.effectiveUntil())))
                .max(Comparator.comparing(Pack::effectiveFrom).thenComparing(Pack::id));
    }

    @Override
    public Optional<Pack> pack(String id) {
        var found = known.get(id);
        return found != null ? Optional.of(found.pack()) : packs().stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    @Override
    public List<Pack> all() {
        return packs().stream().sorted(Comparator.comparing(Pack::effectiveFrom).thenComparing(Pack::id).reversed()).toList();
    }

    @Override
    public Pack read(String name, SortedMap<String, byte[]> files) {
        return PackChecking.check(name, files, rows::files).pack();
    }

    @Override
    public Pack readAgain(String name, SortedMap<String, byte[]> files) {
        return PackChecking.trusted(name, files, rows::files).pack();
    }

    @Override
    public List<Violation> faults(Pack pack, LocalDate effectiveFrom, LocalDate today) {
        var faults = new ArrayList<Violation>();
        var others = packs();
        if (others.stream().anyMatch(other -> other.id().equals(pack.id()))) {
            faults.add(Violation.of("regulation.name-taken", pack.id()));
        }
        if (!effectiveFrom.isAfter(today)) {
            faults.add(Violation.at("effectiveFrom", "regulation.effective-not-future", effectiveFrom, today.plusDays(1)));
        }
        if (effectiveFrom.isBefore(pack.effectiveFrom())) {
            faults.add(Violation.at("effectiveFrom", "regulation.effective-before-pack", effectiveFrom, pack.effectiveFrom()));
        }
        if (pack.effectiveUntil() != null && effectiveFrom.isAfter(pack.effectiveUntil())) {
            faults.add(Violation.at("effectiveFrom", "regulation.effective-after-pack", effectiveFrom, pack.effectiveUntil()));
        }
        if (pack.kind() == Pack.Kind.COMPLETE) {
            others.stream().filter(other -> other.kind() == Pack.Kind.COMPLETE && other.effectiveFrom().equals(effectiveFrom))
                    .forEach(other -> faults.add(Violation.at("effectiveFrom", "regulation.effective-day-taken", effectiveFrom, other.id())));
        }
        return faults;
    }

    @Override
    public Answer<Pack> publish(String name, SortedMap<String, byte[]> files, LocalDate effectiveFrom, LocalDate today) {
        rows.lock();
        var pack = read(name, files);
        var faults = faults(pack, effectiveFrom, today);
        if (!faults.isEmpty()) {
            return Answer.invalid(faults);
        }
        rows.insert(name, pack.hash(), files, effectiveFrom, clock.now());
        return Answer.done(pack.inForceFrom(effectiveFrom));
    }
}
