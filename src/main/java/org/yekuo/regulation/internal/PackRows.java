package org.yekuo.regulation.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of published packs. */
final class PackRows {

    private static final String PUBLISH = """
            insert into regulation_pack (id, hash, published_at, files, effective_from) values (?, ?, ?, ?::jsonb, ?) on conflict (id) do nothing""";

    private static final String LIST = "select id, hash, effective_from from regulation_pack";

    private static final String FILES = "select files from regulation_pack where id = ?";

    // one publication after the other, so that no two packs begin on one day
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('regulation_pack'))";

    /** A published pack; {@code effectiveFrom} is null where the pack itself says it. */
    record Listed(String id, String hash, @Nullable LocalDate effectiveFrom) {}

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    PackRows(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    void lock() {
        jdbc.sql(LOCK).query((row, i) -> 1).list();
    }

    List<Listed> list() {
        return jdbc.sql(LIST).query((row, i) -> new Listed(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class))).list();
    }

    Optional<SortedMap<String, byte[]>> files(String id) {
        return jdbc.sql(FILES).param(id).query(String.class).optional().map(json -> {
            var files = new TreeMap<String, byte[]>();
            mapper.readValue(json, new TypeReference<Map<String, String>>() {}).forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
            return files;
        });
    }

    void insert(String id, String hash, SortedMap<String, byte[]> files, @Nullable LocalDate effectiveFrom, Instant now) {
        var texts = new TreeMap<String, String>();
        files.forEach((file, content) -> texts.put(file, new String(content, StandardCharsets.UTF_8)));
        jdbc.sql(PUBLISH).params(Arrays.asList(id, hash, Timestamp.from(now), mapper.writeValueAsString(texts), effectiveFrom)).update();
    }
}
