package org.yekuo.stage.acceptance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.Evidence;
import org.yekuo.document.Requirement;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.vocabulary.Violation;

/** What to watch about papers handed in (到期日在预计送电前): nothing in it prevents anything. Fields are {@code documents[i].validUntil}. */
public final class PaperWarnings {

    private PaperWarnings() {}

    /** @param requiredBy the day the supply is wished for, or null when nobody said */
    public static List<Violation> of(List<ChecklistRow> rows, List<DocumentInput> papers, LocalDate day, @Nullable LocalDate requiredBy) {
        var required = rows.stream().map(row -> new Requirement(row.code(), row.name(), row.group(), row.basis().clause())).distinct().toList();
        return Evidence.judge(required, papers, day, requiredBy).warnings().stream()
                .map(warning -> new Violation(warning.rule(), "documents" + warning.field(), warning.args(), warning.clause())).toList();
    }
}
