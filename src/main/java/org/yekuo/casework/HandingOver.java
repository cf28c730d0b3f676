package org.yekuo.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CaseReader;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.HandOverStore;
import org.yekuo.casework.internal.Heirs;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.PartRow;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Hands over everything a leaver has (离岗交接): the open parts assigned to her and the cases she is account manager of, to colleagues who hold the role and
 * have done no duty in the case that excludes it, evenly. Case by case, each whole with its entry: what was interrupted goes on when it is done again.
 */
@Component
public class HandingOver {

    /** At most so many cases in one go. */
    public static final int MOST = 100;

    /**
     * One thing of hers.
     *
     * @param stage null for the case itself, whose account manager she is
     * @param to    who would get it; null where none of the colleagues named may have it
     */
    public record Item(CaseNo caseNo, String customer, @Nullable String stage, int phase, @Nullable String part, Text name, String unit,
            @Nullable LocalDate dueOn, @Nullable String to) {}

    private record Planned(@Nullable Run run, @Nullable PartRow part, Item item) {}

    /** What would move, and what would not; how many cases there are in all. */
    public record Preview(List<Item> items, long cases) {}

    /** How many cases were handed over, and what stands against the others. */
    public record Handed(int cases, List<Violation> faults) {}

    private final Acting acting;
    private final Duties duties;
    private final HandOverStore store;
    private final Heirs heirs;
    private final CaseReader reader;

    HandingOver(Acting acting, Duties duties, HandOverStore store, Heirs heirs, CaseReader reader) {
        this.acting = acting;
        this.duties = duties;
        this.store = store;
        this.heirs = heirs;
        this.reader = reader;
    }

    /** What the leaver has in cases the actor sees, and who of the colleagues named would get what. Changes nothing. */
    @Transactional(readOnly = true)
    public Preview preview(String leaver, List<String> colleagues, Actor actor) {
        var load = new HashMap<String, Integer>();
        var cases = store.cases(leaver, actor, null, MOST);
        var files = cases.isEmpty() ? Map.<CaseNo, CaseFile>of() : reader.files(cases, actor);
        var moment = acting.moment(actor);
        var items = cases.stream().flatMap(no -> Optional.ofNullable(files.get(no)).stream())
                .flatMap(file -> plan(acting.desk(file, moment), leaver, colleagues, load).stream()).map(Planned::item).toList();
        return new Preview(items, store.count(leaver, actor));
    }

    /** Hands over at most {@link #MOST} cases; those that may not move keep none of the others from it. */
    public Handed handOver(String leaver, List<String> colleagues, Actor actor) {
        var load = new HashMap<String, Integer>();
        var faults = new ArrayList<Violation>();
        int done = 0;
        for (var page = store.cases(leaver, actor, null, MOST); !page.isEmpty() && done < MOST; page = store.cases(leaver, actor, page.getLast(), MOST)) {
            for (var no : page) {
                if (done == MOST) {
                    break;
                }
                switch (acting.on(no, actor, desk -> handOver(desk, leaver, colleagues, load))) {
                    case Answer.Done<Acted> handed -> done++;
                    case Answer.Refused<Acted>(var refusal) -> refusal.violations().stream().filter(fault -> !faults.contains(fault)).forEach(faults::add);
                }
            }
        }
        return new Handed(done, faults);
    }

    private Answer<Acted> handOver(Desk desk, String leaver, List<String> colleagues, Map<String, Integer> load) {
        var forbidden = duties.mayAct(desk, CaseAct.ASSIGN);
        if (!forbidden.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
        }
        var planned = plan(desk, leaver, colleagues, load);
        if (planned.stream().allMatch(one -> one.item().to() == null)) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.nobody-may-take-over", desk.file.no,
                    planned.stream().map(one -> one.item().name().zh()).distinct().collect(Collectors.joining("、"))));
        }
        var moved = new ArrayList<Map<String, Object>>();
        var data = new TreeMap<String, Object>(Map.of("from", leaver, "parts", moved));
        for (var one : planned) {
            var to = one.item().to();
            if (to == null) {
                continue;
            }
            if (one.run() == null || one.part() == null) {
                desk.file.owner = to;
                desk.file.deputy = to.equals(desk.file.deputy) ? null : desk.file.deputy;
                data.put("owner", to);
            } else {
                one.part().assignee = to;
                one.run().dirty = true;
                moved.add(Map.of("stage", one.run().stage, "phase", one.run().phase, "round", one.run().round, "part", one.part().key, "to", to));
            }
        }
        desk.file.record(desk.moment, EventKind.HANDED_OVER, data);
        desk.message("case.handed-over", data);
        return desk.done();
    }

    /** What of a case moves to whom. */
    private List<Planned> plan(Desk desk, String leaver, List<String> colleagues, Map<String, Integer> load) {
        var file = desk.file;
        var planned = new ArrayList<Planned>();
        String owner = null;
        if (leaver.equals(file.owner)) {
            owner = heirs.owner(desk, leaver, colleagues, load).orElse(null);
            planned.add(new Planned(null, null, item(desk, null, 0, null, Role.ACCOUNT_MANAGER.text(), file.handledBy, null, owner)));
        }
        for (var run : file.runs) {
            for (var part : run.parts) {
                if (part.isLive() && leaver.equals(part.assignee)) {
                    var to = heirs.of(desk, run, part, leaver, colleagues, owner, load).orElse(null);
                    var stage = file.definition(run.stage);
                    var name = part.lead ? stage.name() : stage.parts().stream().filter(one -> one.key().equals(part.key)).findFirst().map(one -> one.name()).orElse(stage.name());
                    planned.add(new Planned(run, part, item(desk, run.stage, run.phase, part.key, name, part.responsibleUnit, part.dueOn, to)));
                }
            }
        }
        return planned;
    }

    private static Item item(Desk desk, @Nullable String stage, int phase, @Nullable String part, Text name, UnitCode unit, @Nullable LocalDate due, @Nullable String to) {
        return new Item(desk.file.no, desk.file.application.customerName(), stage, phase, part, name, unit.value(), due, to);
    }
}
