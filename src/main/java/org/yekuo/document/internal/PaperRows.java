package org.yekuo.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.DocumentInput;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

@Repository
class PaperRows {

    private static final String OF_CASE = "select * from case_document where unit = :unit and case_no = :caseNo order by doc_no";

    /** The caller holds the case's lock, so the next number is hers. */
    private static final String INSERT = """
            insert into case_document (unit, case_no, doc_no, type, number, valid_until, original_seen, copies, file_id, received_on, received_by)
            select :unit, :caseNo, coalesce(max(doc_no), 0) + 1, :type, :number, :validUntil, :original, :copies, :fileId, :receivedOn, :by
            from case_document where unit = :unit and case_no = :caseNo
            returning *""";

    private static final String SUPERSEDE = """
            update case_document set superseded_by = :docNo
            where unit = :unit and case_no = :caseNo and type = :type and number is not distinct from :number::text
                and superseded_by is null and doc_no < :docNo""";

    private final JdbcClient jdbc;

    PaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseDocument> of(CaseNo caseNo) {
        return ofCase(OF_CASE, caseNo).query(PaperRows::document).list();
    }

    CaseDocument add(CaseNo caseNo, DocumentInput document, LocalDate receivedOn, Actor by) {
        var added = ofCase(INSERT, caseNo)
                .param("type", document.type())
                .param("number", document.number())
                .param("validUntil", document.validUntil())
                .param("original", document.original())
                .param("copies", document.copies())
                .param("fileId", document.fileId())
                .param("receivedOn", receivedOn)
                .param("by", by.name())
                .query(PaperRows::document)
                .single();
        ofCase(SUPERSEDE, caseNo).param("docNo", added.docNo()).param("type", document.type()).param("number", document.number()).update();
        return added;
    }

    private JdbcClient.StatementSpec ofCase(String sql, CaseNo caseNo) {
        return jdbc.sql(sql).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value());
    }

    private static CaseDocument document(ResultSet rs, int number) throws SQLException {
        var document = new DocumentInput(rs.getString("type"), rs.getString("number"), rs.getObject("valid_until", LocalDate.class),
                rs.getBoolean("original_seen"), rs.getInt("copies"), rs.getString("file_id"));
        return new CaseDocument(rs.getInt("doc_no"), document, rs.getObject("received_on", LocalDate.class), rs.getString("received_by"),
                rs.getObject("superseded_by", Integer.class));
    }
}
