package org.yekuo.document.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.vocabulary.UnitCode;

/** Files that came into nothing (无主附件), and content whose row is gone. */
@Repository
class LooseFileRows {

    /** A file's row and where its content lies. */
    record Loose(String fileId, Content content) {}

    record Content(UnitCode unit, String address) {}

    /** An upload that began before a row went has its own row by then. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** What a customer sends may stand in a draft kept under her number or by the clerk she stood before, which no file tells: it waits as long as a draft does. */
    private static final Duration DRAFT = Duration.ofDays(91);

    // What the program prints is a letter's; of files from before uploaders were noted nobody knows.
    private static final String IS_LOOSE = """
            f.case_no is null and f.uploaded_at < :before and f.uploaded_by_id not like 'system:%' and f.scan <> 'FOUND'
            and (f.uploaded_by_id not like 'customer:%' or f.uploaded_at < :draft)
            and not exists (select 1 from case_document d where d.unit = f.unit and d.file_id = f.file_id)
            and not exists (select 1 from stored_file_share s where s.unit = f.unit and s.file_id = f.file_id)
            and not exists (select 1 from phone_file p where p.file_id = f.file_id)
            and not exists (select 1 from draft a where a.owner = f.uploaded_by_id)""";

    // stored_file_loose
    private static final String LOOSE = "select f.unit, f.file_id, f.address from stored_file f where " + IS_LOOSE + " order by f.uploaded_at limit :limit";

    private static final String DISCARD = "delete from stored_file f where f.unit = :unit and f.file_id = :fileId and " + IS_LOOSE;

    private static final String NOTE = """
            insert into discarded_content (unit, address, discarded_at) values (:unit, :address, :at)
            on conflict (unit, address) do update set discarded_at = excluded.discarded_at""";

    // discarded_content_age
    private static final String DISCARDED = "select unit, address from discarded_content where discarded_at < :before order by discarded_at limit :limit";
    private static final String LOCK = "select 1 from discarded_content where unit = :unit and address = :address for update";
    private static final String STRIKE = "delete from discarded_content where unit = :unit and address = :address";

    // stored_file_content
    private static final String NAMED = "select exists (select 1 from stored_file where unit = :unit and address = :address)";

    private final JdbcClient jdbc;

    LooseFileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Loose> loose(Instant before, Instant now, int limit) {
        return at(jdbc.sql(LOOSE), before, now).param("limit", limit)
                .query((row, n) -> new Loose(row.getString("file_id"), new Content(new UnitCode(row.getString("unit")), row.getString("address")))).list();
    }

    /** Takes the row away and notes its content; not where it has come into something meanwhile. */
    boolean discard(Loose loose, Instant before, Instant now) {
        boolean gone = at(jdbc.sql(DISCARD), before, now).param("unit", loose.content().unit().value()).param("fileId", loose.fileId()).update() > 0;
        if (gone) {
            of(NOTE, loose.content()).param("at", now.atOffset(ZoneOffset.UTC)).update();
        }
        return gone;
    }

    List<Content> discarded(Instant now, int limit) {
        return jdbc.sql(DISCARDED).param("before", now.minus(GRACE).atOffset(ZoneOffset.UTC)).param("limit", limit)
                .query((row, n) -> new Content(new UnitCode(row.getString("unit")), row.getString("address"))).list();
    }

    boolean lockNote(Content content) {
        return of(LOCK, content).query(Integer.class).optional().isPresent();
    }

    boolean isNamed(Content content) {
        return of(NAMED, content).query(Boolean.class).single();
    }

    void strike(Content content) {
        of(STRIKE, content).update();
    }

    private JdbcClient.StatementSpec of(String sql, Content content) {
        return jdbc.sql(sql).param("unit", content.unit().value()).param("address", content.address());
    }

    private static JdbcClient.StatementSpec at(JdbcClient.StatementSpec statement, Instant before, Instant now) {
        return statement.param("before", before.atOffset(ZoneOffset.UTC)).param("draft", now.minus(DRAFT).atOffset(ZoneOffset.UTC));
    }
}
