package org.yekuo.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.yekuo.vocabulary.Text;

/**
 * A day and why it counts or not.
 *
 * @param occasion    the festival a holiday or working weekend belongs to (春节, 国庆节 …); empty on plain days
 * @param provisional the year's notice is not published, so holidays are still unknown and plain weekdays count
 */
public record CalendarDay(LocalDate date, DayKind kind, Optional<Text> occasion, boolean provisional) {

    public boolean isWorking() {
        return kind.isWorking();
    }

    /** For people: {@code 劳动节放假}, {@code 国庆节调休上班}, {@code 工作日(暂定)}. */
    public Text reason() {
        var zh = occasion.map(Text::zh).orElse("") + kind.label().zh() + (provisional ? "（暂定）" : "");
        var en = kind.label().en() + occasion.map(name -> " (" + name.en() + ")").orElse("") + (provisional ? " (provisional)" : "");
        return new Text(zh, en);
    }
}
