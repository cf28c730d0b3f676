package org.yekuo.stage.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.YekuoIT;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.stage.Samples;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

@YekuoIT
class MeteringRaceIT {

    private static final LocalDate DAY = LocalDate.of(2008, 6, 18);

    @Autowired MeteringWork work;
    @Autowired TransactionTemplate transactions;

    @Test
    void two_cases_that_want_one_meter_at_the_same_time_are_told_apart_by_a_sentence() throws Exception {
        var firstHasIt = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var result = Samples.residentMetering(DAY, "RACE-M1", "RACE-S1");
        var first = CompletableFuture.runAsync(() -> transactions.executeWithoutResult(status -> {
            assertThat(work.check(resident(750_001), result)).isEmpty();
            work.record(resident(750_001), result);
            firstHasIt.countDown();
            await(mayCommit);
        }));
        assertThat(firstHasIt.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<List<Violation>> second = CompletableFuture.supplyAsync(() ->
                transactions.execute(status -> work.check(resident(750_002), result)));
        // It waits for the first; without the lock it would see nothing and answer at once.
        assertThatThrownBy(() -> second.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        mayCommit.countDown();
        first.get(20, TimeUnit.SECONDS);
        assertThat(second.get(20, TimeUnit.SECONDS)).extracting(Violation::rule).containsExactly("metering.asset-in-use", "metering.seal-in-use");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FakeCaseView resident(long sequence) {
        return Samples.resident().withCaseNo(CaseNo.of(new UnitCode("3402"), sequence)).withToday(DAY);
    }
}
