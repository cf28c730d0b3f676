package org.yekuo.customer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.UnitCode;

/** The places of use of each city company (用电地点). Two spellings of one {@link StandardAddress} are one place. */
public interface Premises {

    /** Finds the place with this standard address in the city of {@code unit}, or files a new one; an area not known before is added. */
    PremisesRef register(UnitCode unit, String address, @Nullable String area);

    /**
     * The same for many addresses at once; answers their numbers in the order of the addresses. Somebody else who files one of the places meanwhile makes the
     * transaction fail.
     */
    List<Long> registerAll(UnitCode unit, List<String> addresses);

    Optional<PremisesRef> find(UnitCode unit, long premisesId);

    /** Places whose address contains {@code words}, however it was spelt. */
    List<PremisesRef> search(UnitCode unit, String words, int limit);
}
