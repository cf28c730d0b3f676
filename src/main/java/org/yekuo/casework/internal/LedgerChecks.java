package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.VerifyingLedger.Break;
import org.yekuo.casework.internal.ledger.LedgerEvent;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Recomputes the chains from the stored canonical text. */
@Component
public class LedgerChecks {

    private static final int PAGE = 500;

    private static final String CASES = """
            select case_no from connection_case where unit = ? and case_no > ? order by case_no limit ?""";

    private static final String HEAD = """
            select event_count, event_head from connection_case where unit = ? and case_no = ?""";

    private static final String DAYS = """
            select day, cases, heads, prev_hash, hash from ledger_day where unit = ? order by day""";

    private final JdbcClient jdbc;
    private final EventStore events;
    private final LedgerJson json;

    LedgerChecks(JdbcClient jdbc, EventStore events, LedgerJson json) {
        this.jdbc = jdbc;
        this.events = events;
        this.json = json;
    }

    public Optional<Break> ofCase(CaseNo no) {
        var prev = LedgerEvent.GENESIS;
        long seq = 0;
        List<LedgerEvent> page;
        do {
            page = events.after(no, seq, PAGE);
            for (var event : page) {
                var wrong = wrong(event, seq + 1, prev);
                if (wrong.isPresent()) {
                    return Optional.of(new Break(no + "/" + (seq + 1), wrong.get()));
                }
                seq = event.seq();
                prev = event.hash();
            }
        } while (page.size() == PAGE);
        record Head(long count, String hash) {}
        var head = jdbc.sql(HEAD).params(no.unit().value(), no.value()).query((row, i) -> new Head(row.getLong(1), row.getString(2))).optional();
        return head.isPresent() && head.get().equals(new Head(seq, prev)) ? Optional.empty()
                : Optional.of(new Break(no + "/" + seq, "the case row's count and head do not agree with its last entry"));
    }

    private Optional<String> wrong(LedgerEvent event, long seq, String prev) {
        if (event.seq() != seq) {
            return Optional.of("entry " + seq + " is missing");
        }
        if (!event.prevHash().equals(prev)) {
            return Optional.of("it does not stand on the entry before it");
        }
        if (!event.hash().equals(LedgerEvent.hash(prev, event.body()))) {
            return Optional.of("its text was changed");
        }
        var body = json.tree(event.body());
        boolean agrees = body.path("kind").asString("").equals(event.kind().name())
                && body.path("happenedOn").asString("").equals(event.happenedOn().toString())
                && body.path("case").asString("").equals(event.caseNo().value())
                && body.path("actor").path("id").asString("").equals(event.actorId());
        return agrees ? Optional.empty() : Optional.of("its columns do not agree with its text");
    }

    public List<Break> ofUnit(UnitCode unit) {
        var breaks = new ArrayList<Break>();
        var last = "";
        List<String> page;
        do {
            page = jdbc.sql(CASES).params(unit.value(), last, PAGE).query(String.class).list();
            for (var no : page) {
                ofCase(new CaseNo(no)).ifPresent(breaks::add);
                last = no;
            }
        } while (page.size() == PAGE);
        ofDays(unit).ifPresent(breaks::add);
        return breaks;
    }

    private Optional<Break> ofDays(UnitCode unit) {
        record Day(LocalDate day, int cases, String heads, String prevHash, String hash) {}
        var prev = LedgerEvent.GENESIS;
        for (var day : jdbc.sql(DAYS).params(unit.value()).query((row, i) -> new Day(row.getObject(1, LocalDate.class), row.getInt(2), row.getString(3),
                row.getString(4), row.getString(5))).list()) {
            if (!day.prevHash().equals(prev) || !day.hash().equals(SealingDay.hash(prev, unit, day.day(), day.cases(), day.heads()))) {
                return Optional.of(new Break(unit + "/" + day.day(), "the daily chain is broken"));
            }
            prev = day.hash();
        }
        return Optional.empty();
    }
}
