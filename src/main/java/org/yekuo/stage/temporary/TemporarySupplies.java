package org.yekuo.stage.temporary;

import java.time.LocalDate;
import org.yekuo.casework.CaseView;
import org.yekuo.customer.ConsumerNo;

/** Told by energising what was switched on. */
public interface TemporarySupplies {

    /**
     * A case was energised: a temporary supply begins to be watched, a permanent one ends the temporary one it takes the place of and closes its account.
     * Joins the caller's transaction.
     */
    void energised(CaseView view, LocalDate day, ConsumerNo consumerNo);
}
