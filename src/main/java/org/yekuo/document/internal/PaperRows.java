package org.yekuo.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.document.Brought;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.HeldPaper;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

@Repository
class PaperRows {

    private static final String OF_CASE = "select * from case_document where unit = :unit and case_no = :caseNo order by doc_no";

    /** The caller holds the case's lock, so the next number is hers. */
    private static final String INSERT = """
            insert into case_document (unit, case_no, doc_no, type, number, valid_until, original_seen, copies, file_id, received_on, received_by,
                holder, reused_from, brought_by, brought_at, brought_state)
            select :unit, :caseNo, coalesce(max(doc_no), 0) + 1, :type, :number, :validUntil, :original, :copies, :fileId, :receivedOn, :by,
                :holder, :reusedFrom, :agent, :at, :state
            from case_document where unit = :unit and case_no = :caseNo
            returning *""";

    private static final String SUPERSEDE = """
            update case_document set superseded_by = :docNo
            where unit = :unit and case_no = :caseNo and type = :type and number is not distinct from :number::text
                and superseded_by is null and doc_no < :docNo""";

    private static final String DECIDE = """
            update case_document set brought_state = :state, decided_on = :on, decided_by = :by, decided_how = :how, decided_word = :word
            where unit = :unit and case_no = :caseNo and doc_no = :docNo and brought_state = 'WAITING'
            returning *""";

    // the primary key, case by case
    private static final String HELD = """
            select * from case_document
            where unit = :unit and case_no = any (:cases) and type = any (:types) and superseded_by is null and valid_until >= :day
                and (brought_state is null or brought_state = 'CONFIRMED')
            order by valid_until desc, case_no desc, doc_no desc""";

    private final JdbcClient jdbc;

    PaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseDocument> of(CaseNo caseNo) {
        return ofCase(OF_CASE, caseNo).query(PaperRows::document).list();
    }

    /** What an agent brings takes no paper's place before the customer has confirmed it. */
    CaseDocument add(CaseNo caseNo, DocumentInput document, LocalDate receivedOn, Actor by, @Nullable CaseNo reusedFrom, Instant at) {
        boolean agent = by.kind() == Actor.Kind.AGENT;
        var added = ofCase(INSERT, caseNo)
                .param("type", document.type())
                .param("number", document.number())
                .param("validUntil", document.validUntil())
                .param("original", document.original())
                .param("copies", document.copies())
                .param("fileId", document.fileId())
                .param("receivedOn", receivedOn)
                .param("by", by.name())
                .param("holder", document.holder())
                .param("reusedFrom", reusedFrom == null ? null : reusedFrom.value())
                .param("agent", agent ? by.name() : null)
                .param("at", agent ? at.atOffset(ZoneOffset.UTC) : null)
                .param("state", agent ? Brought.State.WAITING.name() : null)
                .query(PaperRows::document)
                .single();
        if (added.isHers()) {
            supersede(caseNo, added);
        }
        return added;
    }

    void decide(CaseNo caseNo, int docNo, Brought.Decision decision) {
        var decided = ofCase(DECIDE, caseNo).param("docNo", docNo).param("state", decision.state().name()).param("on", decision.on())
                .param("by", decision.by()).param("how", decision.how()).param("word", decision.word()).query(PaperRows::document).single();
        if (decided.isHers()) {
            supersede(caseNo, decided);
        }
    }

    private void supersede(CaseNo caseNo, CaseDocument by) {
        ofCase(SUPERSEDE, caseNo).param("docNo", by.docNo()).param("type", by.document().type()).param("number", by.document().number()).update();
    }

    List<HeldPaper> held(UnitCode unit, List<CaseNo> cases, List<String> types, LocalDate day) {
        return jdbc.sql(HELD).param("unit", unit.value()).param("cases", cases.stream().map(CaseNo::value).toArray(String[]::new))
                .param("types", types.toArray(String[]::new)).param("day", day)
                .query((rs, number) -> new HeldPaper(new CaseNo(rs.getString("case_no")), document(rs, number))).list();
    }

    private JdbcClient.StatementSpec ofCase(String sql, CaseNo caseNo) {
        return jdbc.sql(sql).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value());
    }

    private static CaseDocument document(ResultSet rs, int number) throws SQLException {
        var document = new DocumentInput(rs.getString("type"), rs.getString("number"), rs.getObject("valid_until", LocalDate.class),
                rs.getBoolean("original_seen"), rs.getInt("copies"), rs.getString("file_id"), rs.getString("holder"));
        var reusedFrom = rs.getString("reused_from");
        return new CaseDocument(rs.getInt("doc_no"), document, rs.getObject("received_on", LocalDate.class), rs.getString("received_by"),
                rs.getObject("superseded_by", Integer.class), reusedFrom == null ? null : new CaseNo(reusedFrom), brought(rs));
    }

    private static @Nullable Brought brought(ResultSet rs) throws SQLException {
        var state = rs.getString("brought_state");
        return state == null ? null : new Brought(rs.getString("brought_by"), rs.getObject("brought_at", OffsetDateTime.class).toInstant(), Brought.State.valueOf(state),
                rs.getObject("decided_on", LocalDate.class), rs.getString("decided_by"), rs.getString("decided_how"), rs.getString("decided_word"));
    }
}
