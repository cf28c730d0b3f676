package org.yekuo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

    @ParameterizedTest
    @CsvSource({"2024-01-31, 1, 2024-02-29", "2023-01-31, 1, 2023-02-28", "2024-05-20, 3, 2024-08-20", "2024-11-30, 3, 2025-02-28"})
    void months_run_to_the_same_day_or_the_months_last(LocalDate day, int months, LocalDate end) {
        assertThat(Days.plusMonths(day, months)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2008-09-20, 3, 2011-09-19", "2008-01-01, 1, 2008-12-31", "2008-02-29, 1, 2009-02-28", "2008-02-29, 4, 2012-02-28"})
    void a_term_of_years_ends_on_the_eve(LocalDate start, int years, LocalDate last) {
        assertThat(Days.lastDayOfYears(start, years)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2025-03-01, 1, 2025-03-31", "2025-01-31, 1, 2025-02-28", "2025-01-15, 6, 2025-07-14"})
    void a_term_of_months_ends_on_the_eve(LocalDate start, int months, LocalDate last) {
        assertThat(Days.lastDayOfMonths(start, months)).isEqualTo(last);
    }
}
