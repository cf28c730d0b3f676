package org.yekuo.publishing.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.regulation.PackFault;
import org.yekuo.vocabulary.Actor;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Packs as they were handed in. */
@Component
public class DraftStore {

    private static final String INSERT = """
            insert into pack_draft (pack, hash, files, faults, uploaded_by, uploaded_by_name, uploaded_at) values (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
            returning id""";

    private static final String HEADS = """
            select id, pack, hash, faults, uploaded_by, uploaded_by_name, uploaded_at from pack_draft""";

    private static final String FIND = HEADS + " where id = ?";

    private static final String LATEST = HEADS + " order by id desc limit 200";

    /** A draft without its files. */
    public record Head(long id, String pack, String hash, List<PackFault> faults, String uploadedBy, String uploadedByName, Instant uploadedAt) {}

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    DraftStore(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    public long insert(PackUpload.Files files, String hash, List<PackFault> faults, Actor actor, Instant now) {
        var texts = new TreeMap<String, String>();
        files.files().forEach((file, content) -> texts.put(file, new String(content, StandardCharsets.UTF_8)));
        return jdbc.sql(INSERT).params(files.name(), hash, mapper.writeValueAsString(texts), mapper.writeValueAsString(faults), actor.id(), actor.name(),
                Timestamp.from(now)).query(Long.class).single();
    }

    public Optional<Head> find(long id) {
        return jdbc.sql(FIND).param(id).query((row, i) -> head(row)).optional();
    }

    public SortedMap<String, byte[]> files(long id) {
        var files = new TreeMap<String, byte[]>();
        mapper.readValue(jdbc.sql("select files from pack_draft where id = ?").param(id).query(String.class).single(), new TypeReference<Map<String, String>>() {})
                .forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    public List<Head> latest() {
        return jdbc.sql(LATEST).query((row, i) -> head(row)).list();
    }

    private Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong("id"), row.getString("pack"), row.getString("hash"),
                List.of(mapper.readValue(row.getString("faults"), PackFault[].class)), row.getString("uploaded_by"), row.getString("uploaded_by_name"),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
