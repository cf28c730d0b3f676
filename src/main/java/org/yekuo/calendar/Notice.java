package org.yekuo.calendar;

import java.util.Optional;

/** The document a year of the calendar rests on (放假安排通知). The number is empty where it is not known. */
public record Notice(int year, String title, Optional<String> number) {

    @Override
    public String toString() {
        return "《" + title + "》" + number.map(n -> "（" + n + "）").orElse("");
    }
}
