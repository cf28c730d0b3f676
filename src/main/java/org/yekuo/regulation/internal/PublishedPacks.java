package org.yekuo.regulation.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.MachineClock;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.YekuoException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The packs that ship with the program, published at the first start, and all that were ever published on this database. */
@Component
class PublishedPacks implements Regulations {

    private static final String FOLDER = "regulations/";

    private static final String PUBLISH = """
            insert into regulation_pack (id, hash, published_at, files) values (?, ?, ?, ?::jsonb) on conflict (id) do nothing""";

    private static final String ALL = "select id, hash, files from regulation_pack";

    private final JdbcClient jdbc;
    private final MachineClock clock;
    private final JsonMapper mapper;
    private final Map<String, Pack> packs;

    PublishedPacks(JdbcClient jdbc, MachineClock clock, JsonMapper mapper) throws IOException {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mapper = mapper;
        publish(shipped());
        this.packs = read(stored());
    }

    /** References first: a pack is stored after those it includes. */
    private void publish(Map<String, SortedMap<String, byte[]>> shipped) {
        var stored = stored();
        var library = new TreeMap<>(shipped);
        stored.forEach((name, found) -> library.putIfAbsent(name, found.files()));
        shipped.entrySet().stream().sorted(Comparator.comparing(pack -> !new PackFiles(pack.getKey(), pack.getValue(), null).includes().isEmpty())).forEach(pack -> {
            var hash = PackChecking.hash(pack.getKey(), pack.getValue(), id -> Optional.ofNullable(library.get(id)));
            var published = stored.get(pack.getKey());
            if (published == null) {
                publish(PackChecking.check(pack.getKey(), pack.getValue(), id -> Optional.ofNullable(library.get(id))).pack(), pack.getValue());
            } else if (!published.hash().equals(hash)) {
                throw new YekuoException("regulation.changed-after-publication", "规则包“" + pack.getKey() + "”的内容与已发布的不同:已发布的规则包不能改动,请以新名称另行发布。"
                        + " / The pack \"" + pack.getKey() + "\" differs from what was published under this name; a published pack is never changed, publish it under another name.");
            }
        });
    }

    private void publish(Pack pack, SortedMap<String, byte[]> files) {
        var texts = new TreeMap<String, String>();
        files.forEach((file, content) -> texts.put(file, new String(content, StandardCharsets.UTF_8)));
        jdbc.sql(PUBLISH).params(pack.id(), pack.hash(), Timestamp.from(clock.now()), mapper.writeValueAsString(texts)).update();
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

    /** A published pack's files, and the hash it was published with. */
    private record Stored(String hash, SortedMap<String, byte[]> files) {}

    private Map<String, Stored> stored() {
        var all = new TreeMap<String, Stored>();
        jdbc.sql(ALL).query((java.sql.ResultSet row) -> {
            var files = new TreeMap<String, byte[]>();
            mapper.readValue(row.getString("files"), new TypeReference<Map<String, String>>() {})
                    .forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
            all.put(row.getString("id"), new Stored(row.getString("hash"), files));
        });
        return all;
    }

    /** They were checked when they were published. */
    private static Map<String, Pack> read(Map<String, Stored> stored) {
        var packs = new TreeMap<String, Pack>();
        stored.forEach((name, found) -> packs.put(name,
                PackChecking.trusted(name, found.files(), id -> Optional.ofNullable(stored.get(id)).map(Stored::files)).pack()));
        return Map.copyOf(packs);
    }

    @Override
    public Optional<Pack> inForce(LocalDate day) {
        return packs.values().stream().filter(pack -> pack.kind() == Pack.Kind.COMPLETE).filter(pack -> !day.isBefore(pack.effectiveFrom()) && (pack.effectiveUntil() == null || !day.isAfter(pack.effectiveUntil())))
                .max(Comparator.comparing(Pack::effectiveFrom).thenComparing(Pack::id));
    }

    @Override
    public Optional<Pack> pack(String id) {
        return Optional.ofNullable(packs.get(id));
    }

    @Override
    public List<Pack> all() {
        return packs.values().stream().sorted(Comparator.comparing(Pack::effectiveFrom).thenComparing(Pack::id).reversed()).toList();
    }
}
