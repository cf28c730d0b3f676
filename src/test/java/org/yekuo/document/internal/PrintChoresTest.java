package org.yekuo.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long the printer rests. */
class PrintChoresTest {

    @Test
    void work_and_rest_together_leave_the_share_that_was_given() {
        var worked = Duration.ofMillis(60);
        assertThat(PrintChores.rest(worked, 0.5)).isEqualTo(worked);
        assertThat(PrintChores.rest(worked, 0.25)).isEqualTo(worked.multipliedBy(3));
        assertThat(PrintChores.rest(worked, 1)).isZero();
    }
}
