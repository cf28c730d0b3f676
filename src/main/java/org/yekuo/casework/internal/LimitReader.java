package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.DayKind;
import org.yekuo.calendar.MachineClock;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.casework.internal.ledger.LimitBook;
import org.yekuo.casework.internal.ledger.LimitRound;
import org.yekuo.casework.internal.ledger.Moment;
import org.yekuo.regulation.DayUnit;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Text;

/** Explains limits: what was counted, what stood still, by which clause, and what follows. */
@Component
class LimitReader {

    private final WorkCalendars calendars;
    private final MachineClock machine;

    LimitReader(WorkCalendars calendars, MachineClock machine) {
        this.calendars = calendars;
        this.machine = machine;
    }

    List<ReadingCase.Limit> explain(CaseFile file, LocalDate today) {
        var book = new LimitBook(file, new Moment(today, machine.now(), Actor.system("reading"), calendars.current()));
        return file.limits.stream().map(round -> explain(file, book, round, today)).toList();
    }

    private ReadingCase.Limit explain(CaseFile file, LimitBook book, LimitRound round, LocalDate today) {
        var row = book.rowOf(round);
        var name = row.map(found -> found.name()).orElse(new Text(round.limit, round.limit));
        int used = book.used(round, today);
        var pauses = book.standing(round).stream()
                .filter(suspension -> round.stoppedOn == null || suspension.fromDay.isBefore(round.stoppedOn))
                .map(suspension -> new ReadingCase.Pause(suspension.reason, suspension.fromDay, suspension.toDay)).toList();
        boolean paused = book.paused(round);
        Integer left = round.running() ? Integer.valueOf(round.amount - used) : null;
        return new ReadingCase.Limit(round.limit, name, round.standard.name(), round.phase, round.round, round.state.name(), round.day0, round.amount,
                round.unit.name(), used, round.carried, left, round.dueOn, round.stoppedOn, verdict(round, today), paused, pauses,
                row.map(found -> found.sumOf().isEmpty() ? found.starts() : found.sumOf()).orElse(List.of()),
                row.map(found -> found.stops()).orElse(List.of()), row.map(found -> found.basis().clause().value()).orElse(""),
                row.map(found -> found.basis().inferred()).orElse(false), sentence(round, name, used, paused, today));
    }

    private static @Nullable String verdict(LimitRound round, LocalDate today) {
        if (round.verdict != null) {
            return round.verdict.name();
        }
        return round.running() && round.dueOn != null && today.isAfter(round.dueOn) ? "OVERDUE" : null;
    }

    private Text sentence(LimitRound round, Text name, int used, boolean paused, LocalDate today) {
        var unit = unit(round.unit);
        var zh = new StringBuilder();
        var en = new StringBuilder();
        zh.append(name.zh()).append(":自 ").append(round.day0).append("(第 0 日)起 ").append(round.amount).append(' ').append(unit.zh());
        en.append(name.en()).append(": ").append(round.amount).append(' ').append(unit.en()).append(" from ").append(round.day0).append(" (day 0)");
        if (round.carried > 0) {
            zh.append(",先前已用 ").append(round.carried).append(' ').append(unit.zh()).append("并入考核");
            en.append(", ").append(round.carried).append(" used before count for assessment");
        }
        if (round.unit == DayUnit.WORKING_DAY && round.dueOn != null && !round.dueOn.isBefore(round.day0)) {
            var skipped = skipped(round.day0, round.dueOn);
            zh.append(skipped.zh());
            en.append(skipped.en());
        }
        switch (round.state) {
            case RUNNING -> {
                zh.append(";已用 ").append(used).append(paused ? ",现暂停计时" : round.dueOn == null ? "" : ",最迟 " + round.dueOn + (today.isAfter(round.dueOn) ? ",已逾期" : ""));
                en.append("; ").append(used).append(" used").append(paused ? ", the clock stands" : round.dueOn == null ? "" : ", latest day " + round.dueOn + (today.isAfter(round.dueOn) ? ", overdue" : ""));
            }
            case STOPPED -> {
                zh.append(";").append(round.stoppedOn).append(" 停表,用去 ").append(used).append(round.verdict == LimitRound.Verdict.IN_TIME ? ",按期" : ",逾期");
                en.append("; stopped on ").append(round.stoppedOn).append(" with ").append(used).append(" used, ").append(round.verdict == LimitRound.Verdict.IN_TIME ? "in time" : "late");
            }
            case VOID -> {
                zh.append(";").append(round.stoppedOn).append(" 作废,已用 ").append(used);
                en.append("; void since ").append(round.stoppedOn).append(" with ").append(used).append(" used");
            }
        }
        return new Text(zh.append("。").toString(), en.append(".").toString());
    }

    /** The days in between that are out of the ordinary: holidays that don't count and working weekends that do. */
    private Text skipped(LocalDate day0, LocalDate due) {
        var calendar = calendars.current();
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
        holidays.forEach((occasion, days) -> zh.append(",其中").append(occasion).append(' ').append(days).append(" 天不计"));
        holidays.forEach((occasion, days) -> en.append(", ").append(days).append(" days of ").append(occasion).append(" not counted"));
        if (!working.isEmpty()) {
            zh.append(",").append(String.join("、", working)).append(" 调休上班计入");
            en.append(", working weekend ").append(String.join(", ", working)).append(" counted");
        }
        return new Text(zh.toString(), en.toString());
    }

    private static Text unit(DayUnit unit) {
        return switch (unit) {
            case WORKING_DAY -> new Text("个工作日", "working days");
            case DAY -> new Text("日", "days");
            case MONTH -> new Text("个月", "months");
            case YEAR -> new Text("年", "years");
        };
    }
}
