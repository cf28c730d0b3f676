package org.yekuo.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.document.FileKind;
import org.yekuo.document.Scan;
import org.yekuo.document.StoredFile;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

@Repository
class FileRows {

    private static final String INSERT = """
            insert into stored_file (unit, file_id, address, kind, size, name, uploaded_by, uploaded_by_id, uploaded_at, sha256, scan)
            values (:unit, :fileId, :address, :kind, :size, :name, :by, :byId, :at, :sha256, :scan)""";

    private static final String FIND = "select * from stored_file where unit = :unit and file_id = :fileId";

    private static final String UPLOADER = "select uploaded_by_id from stored_file where unit = :unit and file_id = :fileId and uploaded_by_id is not null";

    /** Waits for whoever deletes this very content, and takes the note away that says it may be deleted. */
    private static final String WANTED = "delete from discarded_content where unit = :unit and address = :address";

    private static final String KEEP = "update stored_file set case_no = :caseNo where unit = :unit and file_id = :fileId and case_no is null";

    private static final String ADDRESS = "select address from stored_file where unit = :unit and file_id = :fileId and scan in ('OFF', 'CLEAN')";

    // index stored_file_waiting
    private static final String WAITING = "select * from stored_file where scan = 'WAITING' order by coalesce(scan_tried_at, uploaded_at) limit :limit";
    private static final String SCANNED = "update stored_file set scan = :scan, virus = :virus where unit = :unit and file_id = :fileId";

    private static final String SCAN_LATER = "update stored_file set scan_tried_at = :at where unit = :unit and file_id = :fileId";

    // index stored_file_content
    private static final String AGAIN = """
            select * from stored_file where unit = :unit and address = :address and name = :name and uploaded_by_id = :byId and uploaded_by = :by
                and case_no is null and uploaded_at > :since and scan in ('OFF', 'CLEAN')
            order by uploaded_at limit 1""";

    private static final String ATTACH = """
            update stored_file set case_no = :caseNo
            where unit = :unit and file_id = :fileId and (case_no is null or case_no = :caseNo)""";

    private static final String SHARE = """
            insert into stored_file_share (unit, file_id, case_no)
            select distinct d.unit, d.file_id, :to from case_document d where d.unit = :unit and d.case_no = :from and d.file_id is not null
            on conflict do nothing""";
    private static final String SHARE_ONE = "insert into stored_file_share (unit, file_id, case_no) values (:unit, :fileId, :to) on conflict do nothing";
    private static final String SHARED = """
            select exists (select 1 from stored_file_share where unit = :unit and file_id = :fileId and case_no = :caseNo)""";

    private final JdbcClient jdbc;

    FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(StoredFile file, String address, Actor by) {
        jdbc.sql(INSERT)
                .param("unit", file.unit().value())
                .param("fileId", file.fileId())
                .param("address", address)
                .param("kind", file.kind().name())
                .param("size", file.size())
                .param("name", file.name())
                .param("by", file.uploadedBy())
                .param("byId", by.id())
                .param("sha256", file.sha256())
                .param("scan", file.scan().name())
                .param("at", file.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<StoredFile> find(UnitCode unit, String fileId) {
        return jdbc.sql(FIND).param("unit", unit.value()).param("fileId", fileId).query(FileRows::file).optional();
    }

    /** The file this person stored with this content and name lately, as long as it is in no case. */
    Optional<StoredFile> again(UnitCode unit, String address, String name, Actor by, Instant since) {
        return jdbc.sql(AGAIN).param("unit", unit.value()).param("address", address).param("name", name).param("byId", by.id()).param("by", by.name())
                .param("since", since.atOffset(ZoneOffset.UTC)).query(FileRows::file).optional();
    }

    /** A file in quarantine and where it lies. */
    record Waiting(StoredFile file, String address) {}

    List<Waiting> waiting(int limit) {
        return jdbc.sql(WAITING).param("limit", limit).query((row, number) -> new Waiting(file(row, number), row.getString("address"))).list();
    }

    void scanned(StoredFile file, Scan scan, @Nullable String virus) {
        jdbc.sql(SCANNED).param("scan", scan.name()).param("virus", virus).param("unit", file.unit().value()).param("fileId", file.fileId()).update();
    }

    /** It goes to the end of the queue. */
    void scanLater(StoredFile file, Instant at) {
        jdbc.sql(SCAN_LATER).param("at", at.atOffset(ZoneOffset.UTC)).param("unit", file.unit().value()).param("fileId", file.fileId()).update();
    }

    /** Where the content lies; nowhere for what is in quarantine. */
    Optional<String> address(UnitCode unit, String fileId) {
        return jdbc.sql(ADDRESS).param("unit", unit.value()).param("fileId", fileId).query(String.class).optional();
    }

    /** Answers whether it is this case's now; not if it is another's. */
    boolean attach(UnitCode unit, String fileId, CaseNo caseNo) {
        return jdbc.sql(ATTACH).param("unit", unit.value()).param("fileId", fileId).param("caseNo", caseNo.value()).update() > 0;
    }

    /** Content that is kept again is not deleted. */
    void wanted(UnitCode unit, String address) {
        jdbc.sql(WANTED).param("unit", unit.value()).param("address", address).update();
    }

    Optional<String> uploader(UnitCode unit, String fileId) {
        return jdbc.sql(UPLOADER).param("unit", unit.value()).param("fileId", fileId).query(String.class).optional();
    }

    /** Puts a file that is in no case yet into one; any other id is let be. */
    void keepIn(CaseNo caseNo, String fileId) {
        jdbc.sql(KEEP).param("unit", caseNo.unit().value()).param("fileId", fileId).param("caseNo", caseNo.value()).update();
    }

    /** Puts the scans named by the papers of one case into the file of another too. */
    void share(CaseNo from, CaseNo to) {
        jdbc.sql(SHARE).param("unit", from.unit().value()).param("from", from.value()).param("to", to.value()).update();
    }

    void share(UnitCode unit, String fileId, CaseNo to) {
        jdbc.sql(SHARE_ONE).param("unit", unit.value()).param("fileId", fileId).param("to", to.value()).update();
    }

    boolean shared(UnitCode unit, String fileId, CaseNo caseNo) {
        return jdbc.sql(SHARED).param("unit", unit.value()).param("fileId", fileId).param("caseNo", caseNo.value()).query(Boolean.class).single();
    }

    private static StoredFile file(ResultSet rs, int number) throws SQLException {
        var caseNo = rs.getString("case_no");
        return new StoredFile(new UnitCode(rs.getString("unit")), rs.getString("file_id"), FileKind.valueOf(rs.getString("kind")), rs.getLong("size"),
                rs.getString("name"), rs.getString("uploaded_by"), rs.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                caseNo == null ? null : new CaseNo(caseNo), rs.getString("sha256"), Scan.valueOf(rs.getString("scan")));
    }
}
