package org.yekuo.stage.energisation.internal;

import java.util.ArrayList;
import java.util.List;
import org.yekuo.casework.CaseView;
import org.yekuo.stage.energisation.Energised;
import org.yekuo.stage.energisation.Energised.Side;
import org.yekuo.vocabulary.Violation;

/** A day that came to nothing: why, whose days, and when instead. Always taken, whatever conditions are missing. */
final class NotTodayCheck {

    private NotTodayCheck() {}

    static List<Violation> check(CaseView view, Energised result) {
        var found = new ArrayList<Violation>();
        if (result.switchedOn() != null) {
            found.add(Violation.at("switchedOn", "energisation.contradicts-outcome"));
        }
        var notToday = result.notToday();
        if (notToday == null) {
            found.add(Violation.at("notToday", "energisation.reason-missing"));
            return found;
        }
        if (notToday.newDay().isBefore(view.today())) {
            found.add(Violation.at("notToday.newDay", "energisation.appointment-past", notToday.newDay(), view.today()));
        }
        boolean ours = switch (notToday.why()) {
            case WEATHER, OUTAGE_MOVED, OUR_CREW -> true;
            case CUSTOMER_NOT_READY, NO_ACCESS, UNSAFE -> false;
        };
        if (ours && notToday.days() == Side.CUSTOMER) {
            found.add(Violation.at("notToday.days", "energisation.not-the-customers-days"));
        }
        return found;
    }
}
