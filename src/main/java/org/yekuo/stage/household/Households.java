package org.yekuo.stage.household;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;

/** The households of communities (户表清单) and the cases that supply them. */
public interface Households {

    /** LISTED on the list, METERED, SUPPLIED with an account of its own, OUT where it was left out. */
    enum State { LISTED, METERED, SUPPLIED, OUT }

    /** A linked case, and the phase of the community it is for; 0 where the community is built at once. */
    record Batch(CaseNo caseNo, CaseNo community, int phase) {}

    /**
     * One household (一户).
     *
     * @param n        its place in the list
     * @param kw       what the community's rules allow it (户均配置), kW
     * @param startKwh what its meter shows when it is installed
     * @param leftOut  why it was left out
     */
    record Household(int n, String address, BigDecimal areaM2, BigDecimal kw, String assetNo, BigDecimal startKwh, String sealNo, State state,
            @Nullable String leftOut, @Nullable String consumerNo) {}

    /** Counts of a list, by what became of its households. */
    record Count(int listed, int metered, int supplied, int out) {

        public int pending() {
            return listed + metered;
        }

        public int live() {
            return listed + metered + supplied;
        }
    }

    /** What this case supplies the households of, if that is what it is for. */
    Optional<Batch> batch(CaseNo no);

    /** The linked cases of a community, the earliest first. */
    List<Batch> batchesOf(CaseNo community);

    Count count(CaseNo batch);

    /** At most {@code most} households of a list after the place {@code after}, in order. */
    List<Household> page(CaseNo batch, int after, int most);
}
