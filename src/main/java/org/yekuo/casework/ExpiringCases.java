package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Receipts;
import org.yekuo.casework.internal.ledger.LimitBook;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Ends the cases whose validity has run out (方案逾期失效): limits whose pack row says so, the day after their last day. */
@Component
public class ExpiringCases {

    // limit_expiry
    private static final String DUE = """
            select distinct case_no from time_limit where state = 'RUNNING' and row_id = any (?) and due_on < ? order by case_no limit ?""";

    private final JdbcClient jdbc;
    private final Regulations regulations;
    private final BusinessClock clock;
    private final Acting acting;
    private final StageWorks works;
    private final Receipts receipts;

    ExpiringCases(JdbcClient jdbc, Regulations regulations, BusinessClock clock, Acting acting, StageWorks works, Receipts receipts) {
        this.receipts = receipts;
        this.jdbc = jdbc;
        this.regulations = regulations;
        this.clock = clock;
        this.acting = acting;
        this.works = works;
    }

    /** Ends at most {@code most} of them; answers how many. Whoever is at a case at the same moment is waited for, and it is judged again. */
    public int expire(int most) {
        return (int) due(clock.today(), most).stream().filter(no -> acting.on(no, Actor.system("expiry"), this::expire) instanceof Answer.Done<Acted>).count();
    }

    private List<CaseNo> due(LocalDate today, int most) {
        var rows = regulations.all().stream().flatMap(pack -> pack.limits().stream())
                .filter(row -> row.onExpiry() == LimitRow.OnExpiry.END_CASE).map(LimitRow::id).distinct().toArray(String[]::new);
        return jdbc.sql(DUE).params(rows, today, most).query(String.class).list().stream().map(CaseNo::new).toList();
    }

    private Answer<Acted> expire(Desk desk) {
        var book = new LimitBook(desk.file, desk.moment);
        var expired = desk.file.limits.stream()
                .filter(round -> round.running() && book.rowOf(round).filter(row -> row.onExpiry() == LimitRow.OnExpiry.END_CASE).isPresent())
                .filter(round -> round.dueOn != null && desk.moment.today().isAfter(round.dueOn)).findFirst();
        if (expired.isEmpty()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.limit-not-running", "-"));
        }
        desk.end(Outcome.Ending.EXPIRED, expired.get().limit, String.valueOf(expired.get().dueOn), works.all());
        receipts.ended(desk, Outcome.Ending.EXPIRED, book.rowOf(expired.get()).map(row -> row.name().zh()).orElse(expired.get().limit), "截止日 " + expired.get().dueOn);
        return desk.done();
    }
}
