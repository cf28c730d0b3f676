package org.yekuo.casework.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.Signals;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Text;

/**
 * What the pack's table {@code green-channel} lets follow (先送电后补手续): papers of the application, and conditions of energising, each with the stage
 * that has it in its keeping and the working days after which it must be there.
 */
@Component
public class GreenChannel {

    public static final String FACT = "greenChannel";

    private static final String TABLE = "green-channel";
    private static final String PAPERS = "PAPERS";

    private final GreenStore store;
    private final PapersDue papers;
    private final WorkCalendars calendars;
    private final LedgerJson json;

    GreenChannel(GreenStore store, PapersDue papers, WorkCalendars calendars, LedgerJson json) {
        this.store = store;
        this.papers = papers;
        this.calendars = calendars;
        this.json = json;
    }

    /** The rows that apply; none where the channel was not granted or the pack has no such table. */
    static List<DecisionTable.Row> deferrals(Pack pack, Facts facts) {
        return facts.isTrue(FACT) && pack.tables().containsKey(TABLE) ? pack.all(TABLE, facts) : List.of();
    }

    /** The stage that collects the papers that may follow, in a case with a green channel. */
    static Optional<String> collectsPapers(CaseFile file) {
        return deferrals(file.pack, file.facts).stream().filter(row -> PAPERS.equals(row.gives().get("defers"))).map(GreenChannel::stage).findFirst();
    }

    /** The grant, and what is still outstanding with its due day; nothing for a case without a green channel. */
    ReadingCase.@Nullable Green of(CaseFile file, LocalDate today) {
        if (!file.facts.isTrue(FACT)) {
            return null;
        }
        return store.of(file.no).map(grant -> new ReadingCase.Green(grant.by(), grant.byName(), grant.on(), grant.reason(),
                file.pack.reason(ReasonRow.Use.GREEN_CHANNEL, grant.reason()).map(ReasonRow::name).orElse(new Text(grant.reason(), grant.reason())),
                grant.note(), json.tree(grant.evidenceJson()), outstanding(file, grant, today))).orElse(null);
    }

    private List<ReadingCase.Outstanding> outstanding(CaseFile file, GreenGrant grant, LocalDate today) {
        var outstanding = new ArrayList<ReadingCase.Outstanding>();
        for (var row : deferrals(file.pack, file.facts)) {
            var code = String.valueOf(row.gives().get("defers"));
            if (file.settledFor(stage(row), 0)) {
                continue;
            }
            if (code.equals(PAPERS)) {
                var due = due(row, grant.on());
                papers.following(file, today).forEach(missing ->
                        outstanding.add(new ReadingCase.Outstanding("PAPER", missing.code(), missing.name(), stage(row), due, due.isBefore(today))));
            } else {
                new Signals(file).day("energisation.passed", 0).ifPresent(energised -> {
                    var due = due(row, energised);
                    outstanding.add(new ReadingCase.Outstanding("CONDITION", code, name(row), stage(row), due, due.isBefore(today)));
                });
            }
        }
        return outstanding;
    }

    private LocalDate due(DecisionTable.Row row, LocalDate from) {
        return calendars.current().add(from, row.gives().get("days") instanceof BigDecimal days ? days.intValueExact() : 0);
    }

    private static String stage(DecisionTable.Row row) {
        return String.valueOf(row.gives().get("stage"));
    }

    private static Text name(DecisionTable.Row row) {
        return new Text(String.valueOf(row.gives().get("name")), String.valueOf(row.gives().get("nameEn")));
    }
}
