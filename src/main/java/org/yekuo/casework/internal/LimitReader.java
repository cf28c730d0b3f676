package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.DayKind;
import org.yekuo.calendar.MachineClock;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.LimitBook;
import org.yekuo.casework.internal.ledger.LimitRound;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.casework.internal.ledger.Recounting;
import org.yekuo.regulation.DayUnit;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Text;
import tools.jackson.databind.JsonNode;

/** Explains limits: what was counted, what stood still, by which clause, and what follows. */
@Component
class LimitReader {

    private final WorkCalendars calendars;
    private final MachineClock machine;
    private final EventStore events;
    private final LedgerJson json;

    LimitReader(WorkCalendars calendars, MachineClock machine, EventStore events, LedgerJson json) {
        this.calendars = calendars;
        this.machine = machine;
        this.events = events;
        this.json = json;
    }

    List<ReadingCase.Limit> explain(CaseFile file, LocalDate today) {
        var calendar = calendars.current();
        var book = new LimitBook(file, new Moment(today, machine.now(), Actor.system("reading"), calendar));
        var moves = moves(file);
        return file.limits.stream().map(round -> explain(book, round, calendarOf(round, calendar), moves.getOrDefault(key(round), List.of()), today)).toList();
    }

    /** A limit that has stopped explains itself by the calendar it was frozen with. */
    private WorkCalendar calendarOf(LimitRound round, WorkCalendar current) {
        return round.running() ? current : calendars.version(round.calendarVersion).orElse(current);
    }

    private static String key(LimitRound round) {
        return String.join("/", round.limit, round.standard.name(), String.valueOf(round.phase), String.valueOf(round.round));
    }

    /** What changes of the calendar moved, as the ledger has it, by the limit's key. */
    private Map<String, List<ReadingCase.Moved>> moves(CaseFile file) {
        var moves = new TreeMap<String, List<ReadingCase.Moved>>();
        for (var event : events.ofKind(file.no, EventKind.LIMIT_CHANGED)) {
            var data = json.tree(event.body()).path("data");
            if (data.path("cause").asString("").equals(Recounting.CAUSE)) {
                var key = String.join("/", data.path("limit").asString(), data.path("standard").asString(), data.path("phase").asString(), data.path("round").asString());
                moves.computeIfAbsent(key, limit -> new ArrayList<>()).add(new ReadingCase.Moved(event.happenedOn(), day(data, "wasDue"), day(data, "due"),
                        data.path("calendarWas").asString(), data.path("calendar").asString(), data.path("changedDays")));
            }
        }
        return moves;
    }

    private static @Nullable LocalDate day(JsonNode data, String key) {
        return data.has(key) ? LocalDate.parse(data.path(key).asString()) : null;
    }

    private ReadingCase.Limit explain(LimitBook book, LimitRound round, WorkCalendar calendar, List<ReadingCase.Moved> moved, LocalDate today) {
        var row = book.rowOf(round);
        var name = row.map(found -> found.name()).orElse(new Text(round.limit, round.limit));
        int used = book.used(round, today);
        var pauses = book.standing(round, true).stream()
                .filter(suspension -> round.stoppedOn == null || suspension.fromDay.isBefore(round.stoppedOn))
                .map(suspension -> new ReadingCase.Pause(suspension.reason, suspension.fromDay, suspension.toDay, suspension.effective, json.tree(suspension.evidenceJson))).toList();
        boolean paused = book.paused(round);
        Integer left = round.running() ? Integer.valueOf(round.amount - used) : null;
        return new ReadingCase.Limit(round.limit, name, round.standard.name(), round.phase, round.round, round.state.name(), round.day0, round.amount,
                round.unit.name(), used, round.carried, book.hasClaims() ? Integer.valueOf(book.claimed(round, today)) : null, left, round.dueOn, round.stoppedOn, verdict(round, today), paused, pauses, moved,
                row.map(found -> found.sumOf().isEmpty() ? found.starts() : found.sumOf()).orElse(List.of()),
                row.map(found -> found.stops()).orElse(List.of()), row.map(found -> found.basis().clause().value()).orElse(""),
                row.map(found -> found.basis().inferred()).orElse(false), sentence(round, name, calendar, moved, used, paused, today));
    }

    private static @Nullable String verdict(LimitRound round, LocalDate today) {
        if (round.verdict != null) {
            return round.verdict.name();
        }
        return round.running() && round.dueOn != null && today.isAfter(round.dueOn) ? "OVERDUE" : null;
    }

    private static Text sentence(LimitRound round, Text name, WorkCalendar calendar, List<ReadingCase.Moved> moved, int used, boolean paused, LocalDate today) {
        var unit = round.unit.text();
        var zh = new StringBuilder();
        var en = new StringBuilder();
        zh.append(name.zh()).append("：自 ").append(round.day0).append("（第 0 日）起 ").append(round.amount).append(' ').append(unit.zh());
        en.append(name.en()).append(": ").append(round.amount).append(' ').append(unit.en()).append(" from ").append(round.day0).append(" (day 0)");
        if (round.carried > 0) {
            zh.append("，先前已用 ").append(round.carried).append(' ').append(unit.zh()).append("并入考核");
            en.append(", ").append(round.carried).append(" used before count for assessment");
        }
        if (round.unit == DayUnit.WORKING_DAY && round.dueOn != null && !round.dueOn.isBefore(round.day0)) {
            var skipped = skipped(calendar, round.day0, round.dueOn);
            zh.append(skipped.zh());
            en.append(skipped.en());
        }
        switch (round.state) {
            case RUNNING -> {
                zh.append("；已用 ").append(used).append(paused ? "，现暂停计时" : round.dueOn == null ? "" : "，最迟 " + round.dueOn + (today.isAfter(round.dueOn) ? "，已逾期" : ""));
                en.append("; ").append(used).append(" used").append(paused ? ", the clock stands" : round.dueOn == null ? "" : ", latest day " + round.dueOn + (today.isAfter(round.dueOn) ? ", overdue" : ""));
            }
            case STOPPED -> {
                zh.append("；").append(round.stoppedOn).append(" 停表，用去 ").append(used).append(round.verdict == LimitRound.Verdict.IN_TIME ? "，按期" : "，逾期");
                en.append("; stopped on ").append(round.stoppedOn).append(" with ").append(used).append(" used, ").append(round.verdict == LimitRound.Verdict.IN_TIME ? "in time" : "late");
            }
            case VOID -> {
                zh.append("；").append(round.stoppedOn).append(" 作废，已用 ").append(used);
                en.append("; void since ").append(round.stoppedOn).append(" with ").append(used).append(" used");
            }
        }
        for (var move : moved) {
            var notices = move.changedDays().valueStream().map(day -> day.path("notice").asString()).distinct().collect(Collectors.joining("、"));
            zh.append("；").append(move.on()).append(" 因").append(notices).append("日历变更，最迟日由 ").append(move.wasDue()).append(" 改为 ").append(move.due());
            en.append("; moved on ").append(move.on()).append(" from ").append(move.wasDue()).append(" to ").append(move.due()).append(" by a change of the calendar ").append(notices);
        }
        return new Text(zh.append("。").toString(), en.append(".").toString());
    }

    /** The days in between that are out of the ordinary: holidays that don't count and working weekends that do. */
    static Text skipped(WorkCalendar calendar, LocalDate day0, LocalDate due) {
        var holidays = new java.util.TreeMap<String, Integer>();
        var working = new java.util.ArrayList<String>();
        for (var day = day0.plusDays(1); !day.isAfter(due); day = day.plusDays(1)) {
            var found = calendar.day(day);
            if (found.kind() == DayKind.HOLIDAY) {
                holidays.merge(found.occasion().map(Text::zh).orElse("假期"), 1, Integer::sum);
            } else if (found.kind() == DayKind.WORKING_WEEKEND) {
                working.add(day.toString().substring(5));
            }
        }
        var zh = new StringBuilder();
        var en = new StringBuilder();
        holidays.forEach((occasion, days) -> zh.append("，其中").append(occasion).append(' ').append(days).append(" 天不计"));
        holidays.forEach((occasion, days) -> en.append(", ").append(days).append(" days of ").append(occasion).append(" not counted"));
        if (!working.isEmpty()) {
            zh.append(",").append(String.join("、", working)).append(" 调休上班计入");
            en.append(", working weekend ").append(String.join(", ", working)).append(" counted");
        }
        return new Text(zh.toString(), en.toString());
    }
}
