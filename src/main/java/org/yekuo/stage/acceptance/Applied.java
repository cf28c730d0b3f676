package org.yekuo.stage.acceptance;

import java.util.List;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/**
 * An application is on file.
 *
 * @param status   {@code ACCEPTED}, or {@code INCOMPLETE} with a deficiency notice issued
 * @param warnings what the clerk should look at; nothing in it prevents anything
 */
public record Applied(CaseNo caseNo, String status, List<Violation> warnings) {

    public Applied {
        warnings = List.copyOf(warnings);
    }
}
