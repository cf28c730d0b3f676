package org.yekuo.regulation.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.MachineClock;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackPublishing;
import org.yekuo.regulation.PackReader;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packs that ship with the program, published at the first start, and all that were ever published on this database. A published pack never
 * changes, so a known one is looked up in memory; which there are, and from when, is asked of the database each time, and what is new is read.
 */
@Component
class PublishedPacks implements Regulations, PackPublishing {

    private static final String FOLDER = "regulations/";

    private static final String PUBLISH = """
            insert into regulation_pack (id, hash, published_at, files, effective_from) values (?, ?, ?, ?::jsonb, ?) on conflict (id) do nothing""";

    private static final String LIST = "select id, hash, effective_from from regulation_pack";

    private static final String FILES = "select files from regulation_pack where id = ?";

    // one publication after the other, so that no two packs begin on one day
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('regulation_pack'))";

    /** One published pack; {@code effectiveFrom} is null where the pack itself says it. */
    private record Published(String hash, @Nullable LocalDate effectiveFrom, Pack pack) {

        boolean is(Listed listed) {
            return hash.equals(listed.hash()) && Objects.equals(effectiveFrom, listed.effectiveFrom());
        }
    }

    private record Listed(String id, String hash, @Nullable LocalDate effectiveFrom) {}

    private final JdbcClient jdbc;
    private final MachineClock clock;
    private final JsonMapper mapper;
    private volatile Map<String, Published> known = Map.of();

    PublishedPacks(JdbcClient jdbc, MachineClock clock, JsonMapper mapper) throws IOException {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mapper = mapper;
        shipped().forEach(this::publish);
        packs();
    }

    private void publish(String name, SortedMap<String, byte[]> files) {
        var pack = PackReader.read(name, files);
        insert(name, pack.hash(), files, null);
        var published = jdbc.sql("select hash from regulation_pack where id = ?").param(name).query(String.class).single();
        if (!published.equals(pack.hash())) {
            throw new YekuoException("regulation.changed-after-publication", "规则包“" + name + "”的内容与已发布的不同:已发布的规则包不能改动,请以新名称另行发布。"
                    + " / The pack \"" + name + "\" differs from what was published under this name; a published pack is never changed, publish it under another name.");
        }
    }

    private static Map<String, SortedMap<String, byte[]>> shipped() throws IOException {
        var found = new TreeMap<String, SortedMap<String, byte[]>>();
        for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "**/*.*")) {
            var path = resource.getURL().getPath();
            var inside = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
            int slash = inside.indexOf('/');
            if (slash > 0) {
                try (var in = resource.getInputStream()) {
                    found.computeIfAbsent(inside.substring(0, slash), name -> new TreeMap<>()).put(inside.substring(slash + 1), in.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return found;
    }

    private void insert(String name, String hash, SortedMap<String, byte[]> files, @Nullable LocalDate effectiveFrom) {
        var texts = new TreeMap<String, String>();
        files.forEach((file, content) -> texts.put(file, new String(content, StandardCharsets.UTF_8)));
        jdbc.sql(PUBLISH).params(Arrays.asList(name, hash, Timestamp.from(clock.now()), mapper.writeValueAsString(texts), effectiveFrom)).update();
    }

    /** All published packs as the asking transaction sees them. */
    private Collection<Pack> packs() {
        var now = new LinkedHashMap<String, Published>();
        for (var listed : jdbc.sql(LIST).query((row, i) -> new Listed(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class))).list()) {
            var before = known.get(listed.id());
            now.put(listed.id(), before != null && before.is(listed) ? before : read(listed));
        }
        known = Collections.unmodifiableMap(now);
        return now.values().stream().map(Published::pack).toList();
    }

    private Published read(Listed listed) {
        var files = new TreeMap<String, byte[]>();
        mapper.readValue(jdbc.sql(FILES).param(listed.id()).query(String.class).single(), new TypeReference<Map<String, String>>() {})
                .forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
        var pack = PackReader.read(listed.id(), files);
        return new Published(listed.hash(), listed.effectiveFrom(), listed.effectiveFrom() == null ? pack : pack.inForceFrom(listed.effectiveFrom()));
    }

    @Override
    public Pack read(String name, SortedMap<String, byte[]> files) {
        return PackReader.read(name, files);
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
        others.stream().filter(other -> other.effectiveFrom().equals(effectiveFrom))
                .forEach(other -> faults.add(Violation.at("effectiveFrom", "regulation.effective-day-taken", effectiveFrom, other.id())));
        return faults;
    }

    @Override
    public Answer<Pack> publish(String name, SortedMap<String, byte[]> files, LocalDate effectiveFrom, LocalDate today) {
        jdbc.sql(LOCK).query((row, i) -> 1).list();
        var pack = read(name, files);
        var faults = faults(pack, effectiveFrom, today);
        if (!faults.isEmpty()) {
            return Answer.invalid(faults);
        }
        insert(name, pack.hash(), files, effectiveFrom);
        return Answer.done(pack.inForceFrom(effectiveFrom));
    }

    @Override
    public Optional<Pack> inForce(LocalDate day) {
        return packs().stream().filter(pack -> !day.isBefore(pack.effectiveFrom()) && (pack.effectiveUntil() == null || !day.isAfter(pack.effectiveUntil())))
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
}
