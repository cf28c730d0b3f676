package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.customer.IdType;
import org.yekuo.stage.acceptance.ApplicationForm.ApplicantKind;

/** Applications as tests hand them in. */
final class Forms {

    private Forms() {}

    /** 王某's flat. */
    static ApplicationForm resident(String phase, @Nullable String kw) {
        return form(ApplicantKind.PERSON, IdType.RESIDENT_ID, "RESIDENTIAL", load(null, kw, phase, null, null, null, null));
    }

    static ApplicationForm shop(String phase, @Nullable String kva, @Nullable String kw) {
        return form(ApplicantKind.ORGANISATION, IdType.BUSINESS_LICENSE, "COMMERCIAL", load(kva, kw, phase, null, null, null, null));
    }

    static ApplicationForm works(String kva, int sources, @Nullable String importance) {
        return form(ApplicantKind.ORGANISATION, IdType.BUSINESS_LICENSE, "INDUSTRIAL", load(kva, null, "THREE", null, sources, null, importance));
    }

    static ApplicationForm form(ApplicantKind kind, IdType idType, String nature, ApplicationForm.Load load) {
        return form(kind, idType, nature, load, null);
    }

    static ApplicationForm form(ApplicantKind kind, IdType idType, String nature, ApplicationForm.Load load, @Nullable LocalDate requiredBy) {
        return new ApplicationForm("340100-01", null, "NEW_INSTALL", Application.Channel.COUNTER, kind,
                new ApplicationForm.Applicant("王某", idType, "", null, "13800000000", null),
                new ApplicationForm.Place("合肥市庐阳区长江中路 1 号", null),
                new ApplicationForm.Project(null, nature, null, null, null, null, null), load, requiredBy, List.of(), null, null, null, null, null);
    }

    static ApplicationForm.Load load(@Nullable String kva, @Nullable String kw, String phase, @Nullable String wish, @Nullable Integer sources,
            @Nullable Integer circuits, @Nullable String importance) {
        return new ApplicationForm.Load(number(kva), number(kw), phase, number(wish), sources, circuits, importance, null, null);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
