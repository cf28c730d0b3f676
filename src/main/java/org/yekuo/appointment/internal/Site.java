package org.yekuo.appointment.internal;

import org.yekuo.casework.CaseView;
import org.yekuo.casework.ReadingCase;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Where somebody goes: which case, whose people, to whom. */
public record Site(CaseNo caseNo, UnitCode company, String customer, String place) {

    static Site of(CaseView view) {
        return new Site(view.caseNo(), view.handledBy(), view.application().customerName(), view.application().address());
    }

    public static Site of(ReadingCase.Summary summary) {
        return new Site(summary.caseNo(), new UnitCode(summary.handledBy()), summary.application().customerName(), summary.application().address());
    }
}
