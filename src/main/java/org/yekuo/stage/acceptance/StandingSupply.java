package org.yekuo.stage.acceptance;

import java.time.LocalDate;
import java.util.List;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Implemented by rooms that watch supplies which are on: what stands against an application for more at the same place. */
public interface StandingSupply {

    /** Everything against this business for a customer at a place on a day; may read. */
    List<Violation> against(UnitCode unit, long customerId, long premisesId, String business, LocalDate day);
}
