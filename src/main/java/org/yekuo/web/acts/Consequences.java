package org.yekuo.web.acts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.RehearsingAct;
import org.yekuo.vocabulary.Text;

/** What an act would do, for a reader: what becomes of each limit, whose turn it would be, and how the case would stand. */
public record Consequences(String statusBefore, String statusAfter, List<Change> limits, List<Text> opened, List<Text> closed) {

    /** What becomes of a limit: STANDS, MOVES, RUNS on, STOPS, is VOID, or BEGINS. */
    public record Change(Text name, String standard, String what, @Nullable LocalDate was, @Nullable LocalDate becomes) {}

    static Consequences of(RehearsingAct.Rehearsed rehearsed) {
        var changes = new ArrayList<Change>();
        for (var after : rehearsed.limitsAfter()) {
            var before = rehearsed.limitsBefore().stream().filter(one -> same(one, after)).findFirst();
            change(before, after).ifPresent(changes::add);
        }
        var turnsBefore = rehearsed.before().turns().stream().map(ReadingCase.Turn::name).distinct().toList();
        var turnsAfter = rehearsed.after().turns().stream().map(ReadingCase.Turn::name).distinct().toList();
        return new Consequences(rehearsed.before().status(), rehearsed.after().status(), changes,
                turnsAfter.stream().filter(name -> !turnsBefore.contains(name)).toList(), turnsBefore.stream().filter(name -> !turnsAfter.contains(name)).toList());
    }

    private static boolean same(ReadingCase.Limit one, ReadingCase.Limit other) {
        return one.limit().equals(other.limit()) && one.standard().equals(other.standard()) && one.phase() == other.phase() && one.round() == other.round();
    }

    private static Optional<Change> change(Optional<ReadingCase.Limit> before, ReadingCase.Limit after) {
        if (before.isEmpty()) {
            return Optional.of(new Change(after.name(), after.standard(), "BEGINS", null, after.dueOn()));
        }
        var was = before.get();
        if (!was.state().equals("RUNNING")) {
            return Optional.empty();
        }
        var what = switch (after.state()) {
            case "STOPPED" -> "STOPS";
            case "VOID" -> "VOID";
            default -> after.paused() && !was.paused() ? "STANDS" : Objects.equals(was.dueOn(), after.dueOn()) ? "RUNS" : "MOVES";
        };
        return Optional.of(new Change(after.name(), after.standard(), what, was.dueOn(), after.dueOn()));
    }
}
