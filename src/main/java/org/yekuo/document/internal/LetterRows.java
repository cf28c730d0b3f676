package org.yekuo.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.document.Letter;
import org.yekuo.document.LetterOrder;
import org.yekuo.vocabulary.CaseNo;

@Repository
class LetterRows {

    /** The caller holds the case's lock, so the next number and version are hers. The parts see the letters as they were: the one replaced is an earlier one. */
    private static final String INSERT = """
            with issued as (
              insert into letter (unit, case_no, lno, issuer, kind, version, issued_on, issued_by, content, code)
              select :unit, :caseNo, coalesce(max(lno), 0) + 1, :issuer, :kind, coalesce(max(version) filter (where kind = :kind), 0) + 1,
                  :issuedOn, :issuedBy, :content::jsonb, :code
              from letter where unit = :unit and case_no = :caseNo
              returning lno as no, version),
            replaced as (
              update letter set superseded_by = issued.no from issued
              where unit = :unit and case_no = :caseNo and kind = :kind and superseded_by is null)"""
            + PrintRows.PREPARED + "select no, version from issued";

    private static final String OF_CASE = "select * from letter where unit = :unit and case_no = :caseNo order by lno";

    private static final String BY_CODE = "select * from letter where unit = :unit and case_no = :caseNo and code = :code";

    private static final String ONE = "select * from letter where unit = :unit and case_no = :caseNo and lno = :lno";

    private final JdbcClient jdbc;
    private final Content content;

    LetterRows(JdbcClient jdbc, Content content) {
        this.jdbc = jdbc;
        this.content = content;
    }

    Letter insert(LetterOrder order, String code, Instant now) {
        return PrintRows.prepared(ofCase(INSERT, order.caseNo()), PrintRows.Shelf.LETTER, code, order.wording(), now)
                .param("issuer", order.wording().issuer().value())
                .param("kind", order.kind())
                .param("issuedOn", order.issuedOn())
                .param("issuedBy", order.by().name())
                .param("content", content.written(order.content()))
                .query((row, i) -> new Letter(order.caseNo(), row.getInt("no"), order.kind(), row.getInt("version"), order.issuedOn(), order.by().name(), order.content(),
                        null, code))
                .single();
    }

    List<Letter> of(CaseNo caseNo) {
        return ofCase(OF_CASE, caseNo).query(this::letter).list();
    }

    Optional<Letter> one(CaseNo caseNo, int lno) {
        return ofCase(ONE, caseNo).param("lno", lno).query(this::letter).optional();
    }

    Optional<Letter> find(CaseNo caseNo, String code) {
        return ofCase(BY_CODE, caseNo).param("code", code).query(this::letter).optional();
    }

    private JdbcClient.StatementSpec ofCase(String sql, CaseNo caseNo) {
        return jdbc.sql(sql).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value());
    }

    private Letter letter(ResultSet rs, int number) throws SQLException {
        return new Letter(new CaseNo(rs.getString("case_no")), rs.getInt("lno"), rs.getString("kind"), rs.getInt("version"),
                rs.getObject("issued_on", LocalDate.class), rs.getString("issued_by"), content.read(rs.getString("content")),
                rs.getObject("superseded_by", Integer.class), rs.getString("code"));
    }
}
