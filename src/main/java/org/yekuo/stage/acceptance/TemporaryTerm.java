package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Violation;

/** What an application for a temporary supply (临时用电) must say: what for and until when, no longer than the pack allows unless permitted. */
final class TemporaryTerm {

    private static final String BUSINESS = "TEMPORARY";
    private static final String TABLE = "temporary-supply";

    private TemporaryTerm() {}

    static List<Violation> check(ApplicationForm form, Pack pack, LocalDate day) {
        var said = form.temporary();
        if (!form.business().equals(BUSINESS)) {
            return said == null ? List.of() : List.of(Violation.at("temporary", "acceptance.temporary-not-asked", form.business()));
        }
        if (said == null) {
            return List.of(Violation.at("temporary", "acceptance.temporary-missing"));
        }
        var found = new ArrayList<Violation>();
        if (Boolean.FALSE.equals(said.metered())) {
            found.add(Violation.at("temporary.metered", "acceptance.temporary-unmetered"));
        }
        var wanted = form.requiredBy();
        var start = wanted == null || wanted.isBefore(day) ? day : wanted;
        if (!said.until().isAfter(start)) {
            found.add(Violation.at("temporary.until", "acceptance.temporary-ends-before-start", said.until(), start));
        }
        found.addAll(tooLong(pack, said, start));
        return found;
    }

    private static List<Violation> tooLong(Pack pack, ApplicationForm.Temporary said, LocalDate start) {
        if (!pack.tables().containsKey(TABLE) || said.permittedBy() != null && !said.permittedBy().isBlank()) {
            return List.of();
        }
        return pack.all(TABLE, new Facts(java.util.Map.of("business", BUSINESS))).stream()
                .filter(row -> row.gives().get("longestMonths") instanceof BigDecimal months
                        && said.until().isAfter(start.plusMonths(months.intValueExact())))
                .map(row -> Violation.at("temporary.until", "acceptance.temporary-too-long", said.until(), String.valueOf(row.gives().get("longestMonths")), start)
                        .citing(row.basis().clause())).toList();
    }

    static Application.@Nullable Temporary of(ApplicationForm form) {
        var said = form.temporary();
        return said == null ? null : new Application.Temporary(said.purpose(), said.until(), said.permittedBy());
    }
}
