package org.yekuo.stage.archive.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Receipt;
import org.yekuo.stage.archive.ArchiveFiles;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The tables of files and their contents. */
@Component
class ArchiveStore implements ArchiveFiles {

    private static final String PUT = """
            insert into archive_file (unit, case_no, file_no, shelf, volumes, archived_on, archived_by)
            values (:unit, :caseNo, :fileNo, :shelf, :volumes, :archivedOn, :archivedBy)
            on conflict (unit, case_no) do update set file_no = excluded.file_no, shelf = excluded.shelf, volumes = excluded.volumes,
              archived_on = excluded.archived_on, archived_by = excluded.archived_by""";

    private static final String CLEAR = "delete from archive_content where unit = :unit and case_no = :caseNo";

    private static final String PUT_CONTENT = """
            insert into archive_content (unit, case_no, entry, source, no, kind, day) values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String FIND = "select file_no, shelf, volumes, archived_on from archive_file where unit = :unit and case_no = :caseNo";

    private static final String CONTENTS = """
            select source, no, kind, day from archive_content where unit = :unit and case_no = :caseNo order by entry""";

    private final JdbcClient jdbc;
    private final JdbcOperations batch;
    private final CasePapers papers;

    ArchiveStore(JdbcClient jdbc, JdbcOperations batch, CasePapers papers) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.papers = papers;
    }

    void put(ArchiveFile file, String archivedBy) {
        on(PUT, file.caseNo())
                .param("fileNo", file.fileNo())
                .param("shelf", file.shelf())
                .param("volumes", file.volumes())
                .param("archivedOn", file.archivedOn())
                .param("archivedBy", archivedBy)
                .update();
        on(CLEAR, file.caseNo()).update();
        var rows = new ArrayList<Object[]>();
        for (var content : file.contents()) {
            rows.add(new Object[] {file.caseNo().unit().value(), file.caseNo().value(), rows.size() + 1, content.source(), content.no(), content.kind(), content.day()});
        }
        batch.batchUpdate(PUT_CONTENT, rows);
    }

    @Override
    public Optional<ArchiveFile> find(UnitCode unit, CaseNo caseNo) {
        var contents = on(CONTENTS, caseNo).query((row, n) ->
                new Content(row.getString("source"), row.getInt("no"), row.getString("kind"), row.getObject("day", LocalDate.class))).list();
        return on(FIND, caseNo).query((row, n) -> new ArchiveFile(caseNo, row.getString("file_no"), row.getString("shelf"), row.getInt("volumes"),
                row.getObject("archived_on", LocalDate.class), contents)).optional();
    }

    @Override
    public List<Content> contents(UnitCode unit, CaseNo caseNo) {
        var contents = new ArrayList<Content>();
        papers.documentsOf(unit, caseNo).stream().filter(CaseDocument::counts).forEach(paper ->
                contents.add(new Content("document", paper.docNo(), paper.document().type(), paper.receivedOn())));
        papers.lettersOf(unit, caseNo).stream().filter(letter -> letter.supersededBy() == null).forEach(letter ->
                contents.add(new Content("letter", letter.lno(), letter.kind(), letter.issuedOn())));
        papers.of(unit, caseNo).stream().filter(Receipt::isLive).forEach(receipt ->
                contents.add(new Content("receipt", receipt.rno(), receipt.kind(), receipt.issuedOn())));
        return contents;
    }

    private JdbcClient.StatementSpec on(String sql, CaseNo caseNo) {
        return jdbc.sql(sql).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value());
    }
}
