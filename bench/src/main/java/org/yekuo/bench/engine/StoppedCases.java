package org.yekuo.bench.engine;

import java.util.concurrent.Callable;
import org.yekuo.bench.Program;

/** Cases the program itself has carried so far and no further: patterns of what it writes. */
public final class StoppedCases {

    /** Enough of this case. */
    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }

    private StoppedCases() {}

    /** Carries one case to each act from {@code first} to {@code last}, {@code times} over. */
    public static void carry(Program program, int first, int last, int times) throws java.sql.SQLException {
        var contestant = new YekuoContestant(program);
        for (int time = 0; time < times; time++) {
            for (int stop = first; stop <= last; stop++) {
                carry(contestant, stop);
            }
        }
    }

    /** Carries cases to the act {@code stop}, one after the other, until it is {@code enough}. */
    public static void carryUntil(Program program, int stop, Callable<Boolean> enough) throws Exception {
        var contestant = new YekuoContestant(program);
        while (!enough.call()) {
            carry(contestant, stop);
        }
    }

    private static void carry(YekuoContestant contestant, int stop) {
        int[] done = {0};
        try {
            contestant.carry(act -> {
                if (done[0]++ == stop) {
                    throw new Enough();
                }
                act.run();
            });
        } catch (Enough stopped) {
            // It stays where it is.
        }
    }
}
