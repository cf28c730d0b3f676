package org.yekuo.web.staff;

import org.yekuo.supervision.About;
import org.yekuo.supervision.ReadingNotices;

/** The pages where work is done that somebody said something about. */
final class WorkPlaces {

    private WorkPlaces() {}

    /** Of what was urged: the stage's page where it is about a part, else the case's. */
    static String of(String caseNo, String about) {
        return "/work/cases/" + caseNo + About.part(about).map(part -> "/stages/" + part.stage() + (part.phase() == 0 ? "" : "?phase=" + part.phase())).orElse("");
    }

    static String of(ReadingNotices.Notice notice) {
        return notice.kind().startsWith("SUPERVISION") ? "/work/supervision/" + notice.caseNo() + "/" + notice.about() : of(notice.caseNo(), notice.about());
    }
}
