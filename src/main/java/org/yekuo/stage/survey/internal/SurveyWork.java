package org.yekuo.stage.survey.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.Appointment;
import org.yekuo.appointment.Appointments;
import org.yekuo.appointment.SiteWork;
import org.yekuo.appointment.Slot;
import org.yekuo.appointment.Visit;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.StageWork;
import org.yekuo.grid.Capacity;
import org.yekuo.organisation.Role;
import org.yekuo.stage.acceptance.Voltages;
import org.yekuo.stage.survey.Dispatch;
import org.yekuo.stage.survey.Survey;
import org.yekuo.vocabulary.Violation;

/** Takes what was found on site (现场勘查). A customer is never refused: what can't be supplied now gets a cause, a remedy and a day. */
@Component
class SurveyWork implements StageWork<Survey>, SiteWork {

    static final String KEY = "survey";
    private static final BigDecimal LOW = new BigDecimal("0.4");

    private final Appointments appointments;
    private final Capacity capacity;

    /** A line or transformer area the supply could come from, and what is open on it. */
    record Near(String code, String name, BigDecimal remainingKva) {}

    SurveyWork(Appointments appointments, Capacity capacity) {
        this.appointments = appointments;
        this.capacity = capacity;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Role crew() {
        return Role.SURVEYOR;
    }

    @Override
    public Optional<String> orderedBy() {
        return Optional.of("dispatch");
    }

    @Override
    public StageResult order(Visit visit) {
        return new Dispatch(visit.people(), visit.day(), visit.slot(), visit.from(), visit.to(), null);
    }

    @Override
    public Class<Survey> resultType() {
        return Survey.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of(
                "points.feeder", near(view),
                "conclusion", List.of(Survey.Conclusion.values()),
                "notToday.why", List.of(Survey.Why.values()),
                "notToday.days", List.of(Survey.Side.values()),
                "notToday.newSlot", List.of(Slot.values()));
    }

    /** What could be reached with anything open on it, most remaining first, of the voltages the pack has for this supply. */
    private List<Near> near(CaseView view) {
        return Voltages.of(view.pack(), view.facts()).stream().map(voltage -> level(voltage.kv())).distinct()
                .flatMap(kv -> capacity.candidates(view.premisesUnit(), kv, BigDecimal.ONE, view.today()).stream())
                .map(open -> new Near(open.feeder().code(), open.feeder().name(), new BigDecimal(open.remaining().stripTrailingZeros().toPlainString()))).toList();
    }

    /** Single and three phases come from one transformer area. */
    private static BigDecimal level(BigDecimal kv) {
        return kv.compareTo(BigDecimal.ONE) < 0 ? LOW : kv;
    }

    @Override
    public List<Violation> check(CaseView view, Survey result) {
        var found = new ArrayList<>(Crew.check(result.surveyors(), view.facts()));
        if (result.visitedOn().isAfter(view.today())) {
            found.add(Violation.at("visitedOn", "survey.visit-in-future", result.visitedOn(), view.today()));
        }
        found.addAll(new Findings(view, result).check());
        if (found.isEmpty() && result.notToday() != null) {
            found.addAll(appointments.clashes(view, KEY, next(result, result.notToday()), "notToday.newDay"));
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, Survey result) {
        var notToday = result.notToday();
        if (notToday != null) {
            return Effects.again(again(notToday)).letter("SURVEY_SHEET", Sheets.content(result))
                    .message("appointment.proposed", Map.of(
                            "stage", KEY,
                            "day", notToday.newDay().toString(),
                            "slot", notToday.newSlot().name(),
                            "days", notToday.days().name(),
                            "people", result.surveyors()));
        }
        var illegalUse = result.illegalUse();
        if (illegalUse != null && !illegalUse.isBlank()) {
            // 发现违约用电、窃电或擅自施工:停办,转用电检查. The survey is repeated once inspection has settled it.
            return Effects.again("survey.again-illegal-use").message("inspection.illegal-use-found", Map.of(
                    "found", illegalUse, "visitedOn", result.visitedOn().toString(), "surveyors", result.surveyors()));
        }
        return Effects.passed().letter("SURVEY_SHEET", Sheets.content(result))
                .fact("gridWorks", result.conclusion() == Survey.Conclusion.CAN_SUPPLY_WITH_GRID_WORKS)
                .fact("constrained", result.conclusion() == Survey.Conclusion.CANNOT_SUPPLY_NOW);
    }

    @Override
    public void record(CaseView view, Survey result) {
        var notToday = result.notToday();
        if (notToday == null) {
            appointments.done(view, KEY);
        } else {
            appointments.failed(view, KEY, state(notToday.why()), again(notToday), notToday.photo());
            appointments.arrange(view, KEY, next(result, notToday));
        }
    }

    @Override
    public void release(CaseView view) {
        appointments.release(view);
    }

    private static Visit next(Survey result, Survey.NotToday notToday) {
        return new Visit(result.surveyors(), notToday.newDay(), notToday.newSlot(), null, null);
    }

    private static String again(Survey.NotToday notToday) {
        return "survey.again-" + notToday.why().name().toLowerCase().replace('_', '-');
    }

    /** Who did not keep the appointment; what nobody can help calls it off. */
    private static Appointment.State state(Survey.Why why) {
        return switch (why) {
            case NOBODY_HOME, NO_ACCESS -> Appointment.State.CUSTOMER_NO_SHOW;
            case OUR_CREW -> Appointment.State.CREW_NO_SHOW;
            case UNSAFE, WEATHER -> Appointment.State.CANCELLED;
        };
    }
}
