package org.yekuo.drill.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.vocabulary.CaseNo;

/** What happens to one case, step by step, on working days at working hours (一案始末). The first step applies and gives the number. */
final class Tale {

    /** The step that applies. */
    interface Opening {
        CaseNo apply();
    }

    /** Any later step. */
    interface Act {
        void on(CaseNo no, LocalDate day);
    }

    /** One step and its time. */
    record Step(LocalDateTime at, String what, Act act) {}

    final String key;
    final Opening opening;
    private final WorkCalendar calendar;
    private final LocalDate first;
    private final List<Step> steps = new ArrayList<>();

    Tale(String key, LocalDate first, WorkCalendar calendar, Opening opening) {
        this.key = key;
        this.first = calendar.isWorking(first) ? first : calendar.next(first);
        this.calendar = calendar;
        this.opening = opening;
    }

    /** The application's own time: in the morning, a few minutes after the one before. */
    LocalDateTime begins() {
        return first.atTime(8, 30).plusMinutes(Math.floorMod(key.hashCode(), 150));
    }

    /** Something happens {@code days} working days after the application. */
    Tale on(int days, int hour, String what, Act act) {
        steps.add(new Step(calendar.add(first, days).atTime(LocalTime.of(hour, Math.floorMod(key.hashCode() + what.hashCode(), 60))), what, act));
        return this;
    }

    /** Nothing of what follows this step happens. */
    Tale endingWith(String what) {
        int last = 0;
        while (!steps.get(last).what().equals(what)) {
            last++;
        }
        steps.subList(last + 1, steps.size()).clear();
        return this;
    }

    /** Nothing happens after the application. */
    Tale notYet() {
        steps.clear();
        return this;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
