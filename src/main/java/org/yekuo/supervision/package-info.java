/**
 * Supervision (服务监督, seed 3.1): urging (催办) by whoever answers for a case and by its customer, supervised cases (督办) with a demand, a latest day and an
 * answer, and the notices (站内消息) both put into people's boxes; indicators (指标) over the cases that have ended. What is said also stands in the case's ledger. Hides the tables and the boxes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "form", "calendar", "organisation", "regulation", "access", "outbox", "casework", "stage.callback"})
package org.yekuo.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
