package org.yekuo.stage.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.Acted;
import org.yekuo.casework.NotingSupply;
import org.yekuo.casework.ReadingCase;
import org.yekuo.stage.household.internal.HouseholdStore;
import org.yekuo.stage.household.internal.ListChecks;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Takes a list of households (户表清单导入) while it is open. Each row stands alone: a bad one is named with everything wrong with it and the others
 * are taken. Taking the same row again changes nothing. A trial says the same and keeps nothing.
 */
@Component
public class ImportingHouseholds {

    private static final String LISTING = "household-list";

    /** One row handed in, with what could not be read of it. */
    public record Given(int row, HouseholdRow household, List<Violation> unreadable) {}

    /** What became of a row; nothing is wrong where it was taken. */
    public record Taken(int row, int n, boolean taken, List<Violation> violations) {}

    /** @param count how the list stands afterwards; on a trial, as it stands now */
    public record Report(boolean trial, List<Taken> rows, Households.Count count) {

        public long refused() {
            return rows.stream().filter(row -> !row.taken()).count();
        }
    }

    private final NotingSupply noting;
    private final HouseholdStore store;
    private final ListChecks checks;
    private final ReadingCase reading;

    ImportingHouseholds(NotingSupply noting, HouseholdStore store, ListChecks checks, ReadingCase reading) {
        this.noting = noting;
        this.store = store;
        this.checks = checks;
        this.reading = reading;
    }

    public Answer<Report> take(CaseNo batch, List<Given> rows, boolean trial, Actor actor) {
        var reports = new ArrayList<Report>();
        var acted = noting.note(batch, CaseAct.HAND_IN_PAPERS, actor, () -> {
            var summary = reading.summary(batch, actor);
            if (store.batch(batch).isEmpty() || summary.isEmpty()) {
                return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("household.no-batch", batch));
            }
            if (summary.get().turns().stream().noneMatch(turn -> turn.stage().equals(LISTING))) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("household.list-closed", batch));
            }
            var judged = checks.judge(batch, summary.get().pack(), rows);
            var taken = judged.stream().map(row -> new Taken(row.row(), row.household().n(), row.violations().isEmpty(), row.violations())).toList();
            if (trial) {
                reports.add(new Report(true, taken, store.count(batch)));
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("household.trial"));
            }
            store.put(batch, judged.stream().filter(row -> row.violations().isEmpty()).map(ListChecks.Judged::household).toList());
            var report = new Report(false, taken, store.count(batch));
            reports.add(report);
            return Answer.done(new NotingSupply.Note("household.list-imported", Map.of("rows", taken.size(), "refused", report.refused())));
        });
        return reports.isEmpty() && acted instanceof Answer.Refused<Acted>(Refusal refusal) ? Answer.refused(refusal) : Answer.done(reports.getFirst());
    }
}
