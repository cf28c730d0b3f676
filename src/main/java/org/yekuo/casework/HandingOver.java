package org.yekuo.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.HandOverStore;
import org.yekuo.casework.internal.Heirs;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.PartRow;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Hands over everything a leaver has (离岗交接): the open parts assigned to her and the cases she is account manager of, to colleagues who hold the role and
 * have done no duty in the case that excludes it, evenly. Case by case, each whole with its entry: what was interrupted goes on when it is done again.
 */
@Component
public class HandingOver {

    /** At most so many cases in one go. */
    public static final int MOST = 200;

    /**
     * One thing of hers.
     *
     * @param stage null for the case itself, whose account manager she is
     * @param to    who would get it; null where none of the colleagues named may have it
     */
    public record Item(CaseNo caseNo, String customer, @Nullable String stage, int phase, @Nullable String part, String role, String unit,
            @Nullable LocalDate dueOn, @Nullable String to) {}

    /** What would move, and what would not; how many cases there are in all. */
    public record Preview(List<Item> items, long cases) {}

    /** How many cases were handed over, and what stands against the others. */
    public record Handed(int cases, List<Violation> faults) {}

    private final Acting acting;
    private final Duties duties;
    private final HandOverStore store;
    private final Heirs heirs;

    HandingOver(Acting acting, Duties duties, HandOverStore store, Heirs heirs) {
        this.acting = acting;
        this.duties = duties;
        this.store = store;
        this.heirs = heirs;
    }

    /** What the leaver has in cases the actor sees, and who of the colleagues named would get what. Changes nothing. */
    public Preview preview(String leaver, List<String> colleagues, Actor actor) {
        var load = new HashMap<String, Integer>();
        var items = store.items(leaver, actor, MOST).stream().map(item -> {
            var to = heirs.of(item.role(), item.unit(), leaver, colleagues, load);
            return new Item(item.caseNo(), item.customer(), item.stage(), item.phase(), item.part(), item.role(), item.unit(), item.dueOn(), to.orElse(null));
        }).toList();
        return new Preview(items, store.count(leaver, actor));
    }

    /** Hands over at most {@link #MOST} cases. */
    public Handed handOver(String leaver, List<String> colleagues, Actor actor) {
        var load = new HashMap<String, Integer>();
        var faults = new ArrayList<Violation>();
        int done = 0;
        for (var no : store.cases(leaver, actor, MOST)) {
            switch (acting.on(no, actor, desk -> handOver(desk, leaver, colleagues, load))) {
                case Answer.Done<Acted> handed -> done++;
                case Answer.Refused<Acted>(var refusal) -> refusal.violations().stream().filter(fault -> !faults.contains(fault)).forEach(faults::add);
            }
        }
        return new Handed(done, faults);
    }

    private Answer<Acted> handOver(Desk desk, String leaver, List<String> colleagues, Map<String, Integer> load) {
        var forbidden = duties.mayAct(desk, CaseAct.ASSIGN);
        if (!forbidden.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
        }
        var moved = new ArrayList<Map<String, Object>>();
        var left = new ArrayList<String>();
        var data = new TreeMap<String, Object>(Map.of("from", leaver));
        if (leaver.equals(desk.file.owner)) {
            heirs.owner(desk, leaver, colleagues, load).ifPresentOrElse(heir -> {
                desk.file.owner = heir;
                desk.file.deputy = heir.equals(desk.file.deputy) ? null : desk.file.deputy;
                data.put("owner", heir);
            }, () -> left.add("客户经理"));
        }
        for (var run : desk.file.runs) {
            for (var part : run.parts) {
                if (part.isLive() && leaver.equals(part.assignee)) {
                    Optional<String> heir = heirs.of(desk, run, part, leaver, colleagues, load);
                    heir.ifPresentOrElse(to -> {
                        part.assignee = to;
                        run.dirty = true;
                        moved.add(Map.of("stage", run.stage, "phase", run.phase, "round", run.round, "part", part.key, "to", to));
                    }, () -> left.add(name(desk, run.stage, part)));
                }
            }
        }
        if (moved.isEmpty() && !data.containsKey("owner")) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.nobody-may-take-over", desk.file.no, String.join("、", left)));
        }
        data.put("parts", moved);
        desk.file.record(desk.moment, EventKind.HANDED_OVER, data);
        desk.message("case.handed-over", data);
        return desk.done();
    }

    private static String name(Desk desk, String stage, PartRow part) {
        return desk.file.definition(stage).name().zh() + (part.lead ? "" : "(" + part.role.zh() + ")");
    }
}
