package org.yekuo.document;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;

/**
 * A letter issued. A later letter of the same kind in the case is its next version and supersedes it.
 *
 * @param lno     number within the case, from 1
 * @param version of its kind, from 1
 * @param code    twelve characters printed on it, by which anybody holding it can ask whether it is ours
 */
public record Letter(CaseNo caseNo, int lno, String kind, int version, LocalDate issuedOn, String issuedBy, Map<String, Object> content,
        @Nullable Integer supersededBy, String code) {

    /** In which wording of its kind it is set; empty where there is one only. */
    public String variant() {
        return String.valueOf(content.getOrDefault("variant", ""));
    }
}
