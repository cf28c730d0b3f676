package org.yekuo.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The published packs. */
public interface Regulations {

    /** The pack in force on a day; a case is pinned to that of its acceptance. */
    Optional<Pack> inForce(LocalDate day);

    Optional<Pack> pack(String id);

    /** All published packs, the newest first. */
    List<Pack> all();
}
