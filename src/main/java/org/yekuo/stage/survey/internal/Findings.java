package org.yekuo.stage.survey.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.CaseView;
import org.yekuo.regulation.Conduct;
import org.yekuo.stage.survey.Survey.Conclusion;
import org.yekuo.stage.survey.Survey;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Violation;

/** Whether what a survey sheet says holds together, and whether it still is the application it was sent out for. */
final class Findings {

    private static final BigDecimal COS_PHI = new BigDecimal("0.9");

    private final CaseView view;
    private final Survey survey;
    private final List<Violation> found = new ArrayList<>();

    Findings(CaseView view, Survey survey) {
        this.view = view;
        this.survey = survey;
    }

    List<Violation> check() {
        conclusionIsComplete();
        var load = survey.load();
        if (load != null) {
            capacityIsAsApplied(load);
            equipmentAddsUp(load);
            classIsAsApplied(load);
        }
        pointsAreNamedOnce();
        return found;
    }

    private void conclusionIsComplete() {
        var conclusion = survey.conclusion();
        goesWith(conclusion == Conclusion.CANNOT_BE_DONE_TODAY, survey.notToday(), "notToday");
        goesWith(conclusion == Conclusion.CANNOT_SUPPLY_NOW, survey.constraint(), "constraint");
        goesWith(conclusion == Conclusion.CAN_SUPPLY_WITH_GRID_WORKS, blankAsNull(survey.gridWorks()), "gridWorks");
        switch (conclusion) {
            case CANNOT_BE_DONE_TODAY -> newVisit();
            case CANNOT_SUPPLY_NOW -> {
                loadIsGiven();
                var constraint = survey.constraint();
                if (constraint != null && !constraint.expectedOn().isAfter(view.today())) {
                    found.add(Violation.at("constraint.expectedOn", "survey.expected-past", constraint.expectedOn()));
                }
            }
            case CAN_SUPPLY, CAN_SUPPLY_WITH_GRID_WORKS -> {
                loadIsGiven();
                if (survey.pointsOrNone().isEmpty()) {
                    found.add(Violation.at("points", "survey.no-points"));
                }
            }
        }
    }

    private void newVisit() {
        var notToday = survey.notToday();
        if (notToday == null) {
            return;
        }
        if (notToday.newDay().isBefore(view.today())) {
            found.add(Violation.at("notToday.newDay", "survey.appointment-past", notToday.newDay(), view.today()));
        }
        if (notToday.days() == Survey.Side.CUSTOMER) {
            if (notToday.why() == Survey.Why.OUR_CREW || notToday.why() == Survey.Why.WEATHER) {
                found.add(Violation.at("notToday.days", "survey.not-the-customers-days"));
            } else if (blankAsNull(notToday.photo()) == null) {
                found.add(Violation.at("notToday.photo", "survey.photo-missing"));
            }
        }
    }

    private void loadIsGiven() {
        if (survey.load() == null) {
            found.add(Violation.at("load", "survey.load-missing"));
        }
    }

    private void goesWith(boolean needed, @Nullable Object given, String field) {
        if (needed && given == null) {
            found.add(Violation.at(field, "survey.conclusion-incomplete", survey.conclusion(), field));
        }
        if (!needed && given != null) {
            found.add(Violation.at(field, "survey.contradicts-conclusion", survey.conclusion(), field));
        }
    }

    private void capacityIsAsApplied(Survey.FoundLoad load) {
        var applied = view.application().load().capacityKva();
        var change = new Conduct(view.pack(), view.facts()).needChange();
        if (change.exceeds(applied, load.capacityKva())) {
            found.add(Violation.at("load.capacityKva", "survey.capacity-differs", plain(load.capacityKva()), plain(applied),
                    plain(change.percent(applied, load.capacityKva())), plain(change.tolerancePercent())).citing(change.clause()));
        }
    }

    private void equipmentAddsUp(Survey.FoundLoad load) {
        var counted = load.counted();
        if (load.equipmentKw() != null && counted.signum() > 0 && counted.compareTo(load.equipmentKw()) != 0) {
            found.add(Violation.at("load.equipmentKw", "survey.equipment-differs", plain(load.equipmentKw()), plain(counted)));
        }
    }

    private void classIsAsApplied(Survey.FoundLoad load) {
        var nature = blankAsNull(load.nature());
        var asFound = view.facts().with("capacityKva", load.capacityKva());
        if (asFound.has("demandKw")) {
            asFound = asFound.with("demandKw", load.capacityKva().multiply(COS_PHI, MathContext.DECIMAL64));
        }
        if (nature != null) {
            asFound = asFound.with("nature", nature);
        }
        var before = customerClass(view.facts());
        var now = customerClass(asFound);
        if (before != null && !before.equals(now)) {
            found.add(Violation.at(nature == null ? "load.capacityKva" : "load.nature", "survey.class-differs",
                    now == null ? String.valueOf(nature) : now, before));
        }
    }

    private @Nullable String customerClass(Facts facts) {
        return view.pack().one("class", facts).map(row -> row.gives().get("class")).map(Object::toString).orElse(null);
    }

    private void pointsAreNamedOnce() {
        var seen = new HashSet<String>();
        var points = survey.pointsOrNone();
        for (int i = 0; i < points.size(); i++) {
            if (!seen.add(points.get(i).feeder())) {
                found.add(Violation.at("points[" + i + "].feeder", "survey.point-twice", points.get(i).feeder()));
            }
        }
    }

    private static @Nullable String blankAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
