package org.yekuo.grid;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Substations and feeders on file. */
public interface Network {

    /** Files a substation, or what is new about one on file. */
    void put(Substation substation);

    /** Files a feeder, or what is new about one on file. Its substation must be on file. */
    void put(Feeder feeder);

    Optional<Feeder> feeder(UnitCode unit, String code);

    Optional<Substation> substation(UnitCode unit, String code);

    /** What those of these codes that are feeders or substations of the city are called; asked once for all. */
    GridNames names(UnitCode unit, Collection<String> codes);

    /** Why these feeders are not two sources (双电源): unknown, one feeder twice, or two from one substation. Empty when they are. */
    List<Violation> checkSources(UnitCode unit, Collection<String> feeders);
}
