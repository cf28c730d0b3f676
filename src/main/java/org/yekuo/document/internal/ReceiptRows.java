package org.yekuo.document.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yekuo.database.OneTrip;
import org.yekuo.document.Acknowledgement;
import org.yekuo.document.Receipt;
import org.yekuo.document.ReceiptOrder;
import org.yekuo.document.ReceiptStanding;
import org.yekuo.document.ServiceManner;
import org.yekuo.document.Signature;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

@Repository
class ReceiptRows {

    /** The caller holds the case's lock, so the next number is hers. */
    private static final String INSERT = """
            with issued as (
              insert into receipt (unit, case_no, rno, issuer, kind, stage, phase, round, issued_on, issued_at, issued_by, content, served_on, served_how, served_by)
              select :unit, :caseNo, coalesce(max(rno), 0) + 1, :issuer, :kind, :stage, :phase, :round, :issuedOn, :issuedAt, :issuedBy, :content::jsonb,
                  :servedOn::date, :servedHow::text, :servedBy::text
              from receipt where unit = :unit and case_no = :caseNo
              returning rno as no)"""
            + PrintRows.PREPARED + "select no from issued";

    private static final String OF_CASE = "select * from receipt where unit = :unit and case_no = :caseNo order by rno";

    private static final String STANDING = """
            select case_no, rno, kind, stage, phase, round, issued_on, served_on, acknowledged_on, superseded_by is null as live
            from receipt where (unit, case_no) in (select * from unnest(?::text[], ?::text[])) order by unit, case_no, rno""";

    private static final String LOCK = "select * from receipt where unit = :unit and case_no = :caseNo and rno = :rno for update";

    private static final String SERVE = """
            update receipt set served_on = :on, served_how = :how, served_by = :by
            where unit = :unit and case_no = :caseNo and rno = :rno
            returning *""";

    private static final String REDATE = """
            update receipt set served_on = :on, issued_on = least(issued_on, :on)
            where unit = :unit and case_no = :caseNo and rno = :rno
            returning *""";

    private static final String ACKNOWLEDGE = """
            update receipt set acknowledged_on = :on, acknowledged_how = :how, acknowledged_by = :by, signer = :signer, witnesses = :witnesses,
                signature_file = :drawing
            where unit = :unit and case_no = :caseNo and rno = :rno
            returning *""";

    private static final String SUPERSEDE = """
            update receipt set superseded_by = :successor
            where unit = :unit and case_no = :caseNo and rno = :rno""";

    private static final String ONE = "select * from receipt where unit = :unit and case_no = :caseNo and rno = :rno";

    private final JdbcClient jdbc;
    private final Content content;

    ReceiptRows(JdbcClient jdbc, Content content) {
        this.jdbc = jdbc;
        this.content = content;
    }

    /** @param served how the act that issues it serves it, or null */
    Receipt insert(ReceiptOrder order, Receipt.@Nullable Service served, String code, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        return PrintRows.prepared(ofCase(INSERT, order.caseNo()), PrintRows.Shelf.RECEIPT, code, order.wording(), now)
                .param("issuer", order.wording().issuer().value())
                .param("kind", order.kind())
                .param("stage", order.stage())
                .param("phase", order.phase())
                .param("round", order.round())
                .param("issuedOn", order.issuedOn())
                .param("issuedAt", at.atOffset(ZoneOffset.UTC))
                .param("issuedBy", order.by().name())
                .param("content", content.written(order.content()))
                .param("servedOn", served == null ? null : served.on())
                .param("servedHow", served == null ? null : served.how().name())
                .param("servedBy", served == null ? null : served.by())
                .query((row, i) -> new Receipt(order.caseNo(), row.getInt("no"), order.kind(), order.stage(), order.phase(), order.round(), order.issuedOn(), at,
                        order.by().name(), served, null, order.content(), null))
                .single();
    }

    void standing(OneTrip trip, Collection<CaseNo> cases, Consumer<ReceiptStanding> each) {
        trip.ask(STANDING, row -> each.accept(new ReceiptStanding(new CaseNo(row.getString("case_no")), row.getInt("rno"), row.getString("kind"), row.getString("stage"), row.getInt("phase"),
                row.getInt("round"), row.getObject("issued_on", LocalDate.class), row.getObject("served_on", LocalDate.class),
                row.getObject("acknowledged_on", LocalDate.class), row.getBoolean("live"))), cases.stream().map(no -> no.unit().value()).toArray(String[]::new), cases.stream().map(CaseNo::value).toArray(String[]::new));
    }

    List<Receipt> of(CaseNo caseNo) {
        return ofCase(OF_CASE, caseNo).query(this::receipt).list();
    }

    Optional<Receipt> one(CaseNo caseNo, int rno) {
        return ofCase(ONE, caseNo).param("rno", rno).query(this::receipt).optional();
    }

    Optional<Receipt> lock(CaseNo caseNo, int rno) {
        return ofCase(LOCK, caseNo).param("rno", rno).query(this::receipt).optional();
    }

    Receipt redate(Receipt receipt, LocalDate on) {
        return of(REDATE, receipt).param("on", on).query(this::receipt).single();
    }

    Receipt serve(Receipt receipt, ServiceManner how, LocalDate on, Actor by) {
        return of(SERVE, receipt).param("on", on).param("how", how.name()).param("by", by.name()).query(this::receipt).single();
    }

    Receipt acknowledge(Receipt receipt, Acknowledgement acknowledgement, Actor by) {
        return of(ACKNOWLEDGE, receipt)
                .param("on", acknowledgement.on())
                .param("how", acknowledgement.signature().name())
                .param("by", by.name())
                .param("signer", acknowledgement.signer().strip())
                .param("witnesses", acknowledgement.witnesses().toArray(String[]::new))
                .param("drawing", acknowledgement.drawing())
                .query(this::receipt)
                .single();
    }

    void supersede(Receipt receipt, int successor) {
        of(SUPERSEDE, receipt).param("successor", successor).update();
    }

    private JdbcClient.StatementSpec of(String sql, Receipt receipt) {
        return ofCase(sql, receipt.caseNo()).param("rno", receipt.rno());
    }

    private JdbcClient.StatementSpec ofCase(String sql, CaseNo caseNo) {
        return jdbc.sql(sql).param("unit", caseNo.unit().value()).param("caseNo", caseNo.value());
    }

    private Receipt receipt(ResultSet rs, int number) throws SQLException {
        return new Receipt(new CaseNo(rs.getString("case_no")), rs.getInt("rno"), rs.getString("kind"), rs.getString("stage"), rs.getInt("phase"),
                rs.getInt("round"), rs.getObject("issued_on", LocalDate.class), rs.getObject("issued_at", OffsetDateTime.class).toInstant(),
                rs.getString("issued_by"), served(rs), acknowledged(rs), content.read(rs.getString("content")), rs.getObject("superseded_by", Integer.class));
    }

    private static Receipt.@Nullable Service served(ResultSet rs) throws SQLException {
        var on = rs.getObject("served_on", LocalDate.class);
        return on == null ? null : new Receipt.Service(on, ServiceManner.valueOf(rs.getString("served_how")), rs.getString("served_by"));
    }

    private static Receipt.@Nullable Acknowledged acknowledged(ResultSet rs) throws SQLException {
        var on = rs.getObject("acknowledged_on", LocalDate.class);
        return on == null ? null : new Receipt.Acknowledged(on, Signature.valueOf(rs.getString("acknowledged_how")), rs.getString("signer"),
                List.of((String[]) rs.getArray("witnesses").getArray()), rs.getString("acknowledged_by"),
                rs.getString("signature_file"));
    }
}
