package org.yekuo.casework;

import java.util.List;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The cases of one customer of a city company. */
public interface CustomerCases {

    /** Those that were accepted, so that their papers were found good; the newest first, at most fifty. */
    List<CaseNo> accepted(UnitCode unit, long customerId);
}
