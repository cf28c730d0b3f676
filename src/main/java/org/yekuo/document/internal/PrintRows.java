package org.yekuo.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.document.Wording;
import org.yekuo.vocabulary.CaseNo;

/** The table of printed papers. */
@Repository
class PrintRows {

    /** Where the data of a paper lie. */
    enum Shelf { RECEIPT, LETTER }

    /**
     * A paper to be printed, or printed.
     *
     * @param fileId, title, sha256 null until it was set
     */
    record Row(CaseNo caseNo, Shelf shelf, int no, String code, String pack, @Nullable String fileId, @Nullable String title, @Nullable String sha256, int tries) {}

    /** Goes behind {@code issued}, which gives the {@code no} a paper got: what prepares its print in the same statement. {@link #prepared} fills its places. */
    static final String PREPARED = """
            , prepared as (
              insert into paper_print (unit, case_no, shelf, no, code, pack, due_at)
              select :unit, :caseNo, :shelf, no, :code, :pack, case when :soon then :now else 'infinity'::timestamptz end from issued)
            """;

    private static final String FIND = "select * from paper_print where unit = :unit and case_no = :caseNo and shelf = :shelf and no = :no";

    private static final String LOCK = FIND + " for update";

    // paper_print_due; a paper another program is setting is passed over.
    private static final String NEXT = """
            select * from paper_print where file_id is null and due_at <= :now order by due_at limit 1 for update skip locked""";

    // paper_print_code
    private static final String BY_CODE = "select * from paper_print where code = :code";

    private static final String PRINTED = """
            update paper_print set file_id = :fileId, title = :title, sha256 = :sha256, printed_at = :now
            where unit = :unit and case_no = :caseNo and shelf = :shelf and no = :no and file_id is null""";

    private static final String FAILED = """
            update paper_print set tries = tries + 1, due_at = :next
            where unit = :unit and case_no = :caseNo and shelf = :shelf and no = :no and file_id is null""";

    private final JdbcClient jdbc;

    PrintRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static JdbcClient.StatementSpec prepared(JdbcClient.StatementSpec issuing, Shelf shelf, String code, Wording wording, Instant now) {
        return issuing.param("shelf", shelf.name()).param("code", code).param("pack", wording.pack()).param("soon", wording.soon()).param("now", Timestamp.from(now));
    }

    Optional<Row> find(CaseNo caseNo, Shelf shelf, int no) {
        return on(FIND, caseNo, shelf, no).query(PrintRows::row).optional();
    }

    Optional<Row> lock(CaseNo caseNo, Shelf shelf, int no) {
        return on(LOCK, caseNo, shelf, no).query(PrintRows::row).optional();
    }

    Optional<Row> next(Instant now) {
        return jdbc.sql(NEXT).param("now", Timestamp.from(now)).query(PrintRows::row).optional();
    }

    Optional<Row> byCode(String code) {
        return jdbc.sql(BY_CODE).param("code", code).query(PrintRows::row).optional();
    }

    void printed(Row row, String fileId, String title, String sha256, Instant now) {
        on(PRINTED, row.caseNo(), row.shelf(), row.no()).param("fileId", fileId).param("title", title).param("sha256", sha256).param("now", Timestamp.from(now)).update();
    }

    void failed(Row row, Instant next) {
        on(FAILED, row.caseNo(), row.shelf(), row.no()).param("next", Timestamp.from(next)).update();
    }

    private JdbcClient.StatementSpec on(String sql, CaseNo caseNo, Shelf shelf, int no) {
        return jdbc.sql(sql).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value()).param("shelf", shelf.name()).param("no", no);
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(new CaseNo(rs.getString("case_no")), Shelf.valueOf(rs.getString("shelf")), rs.getInt("no"), rs.getString("code"), rs.getString("pack"),
                rs.getString("file_id"), rs.getString("title"), rs.getString("sha256"), rs.getInt("tries"));
    }
}
