package org.yekuo.stage.inspection;

import java.time.LocalDate;
import org.yekuo.form.Asked;

/**
 * One defect (缺陷). All of a round's are told at once and in writing.
 *
 * @param item     what it was found on, by its code
 * @param article  the article it breaks; without one it is an opinion and no defect
 * @param deadline by when the customer is to mend it (整改期限)
 */
public record Defect(
        @Asked(usedBy = {"rule:inspection.defect-on-item-not-failed", "letter:DEFECT_NOTICE"}, maxLength = 40) String item,
        @Asked(usedBy = "letter:DEFECT_NOTICE", maxLength = 500) String text,
        @Asked(usedBy = {"rule:inspection.defect-without-article", "letter:DEFECT_NOTICE"}, maxLength = 100) String article,
        @Asked(usedBy = "letter:DEFECT_NOTICE") LocalDate deadline) {}
