package org.yekuo.stage.energisation.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.appointment.Appointment;
import org.yekuo.appointment.Appointments;
import org.yekuo.appointment.SiteWork;
import org.yekuo.appointment.Slot;
import org.yekuo.appointment.Visit;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.customer.AccountOrder;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.ConsumerAccount;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.grid.Capacity;
import org.yekuo.organisation.Role;
import org.yekuo.stage.energisation.Energisations.Energisation;
import org.yekuo.stage.energisation.Energised;
import org.yekuo.stage.energisation.Energised.SwitchedOn;
import org.yekuo.stage.energisation.EnergisingConditions;
import org.yekuo.stage.metering.MeteringInstalled;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.stage.temporary.TemporarySupplies;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;

/**
 * Energises a supply (送电, 细则 3.3): refused while any condition of the rules is not met. Opens the consumer account and turns the reserved
 * capacity into load. It cannot be undone.
 */
@Component
class EnergisationWork implements StageWork<Energised>, SiteWork {

    private static final String KEY = "energisation";

    private final EnergisationStore store;
    private final Accounts accounts;
    private final Capacity capacity;
    private final TemporarySupplies temporary;
    private final Appointments appointments;

    EnergisationWork(EnergisationStore store, Accounts accounts, Capacity capacity, TemporarySupplies temporary, Appointments appointments) {
        this.store = store;
        this.accounts = accounts;
        this.capacity = capacity;
        this.temporary = temporary;
        this.appointments = appointments;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Role crew() {
        return Role.METER_INSTALLER;
    }

    @Override
    public Class<Energised> resultType() {
        return Energised.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        var choices = new TreeMap<String, Object>();
        choices.put("conditions", EnergisingConditions.lights(view));
        choices.put("outcome", List.of(Energised.Result.values()));
        choices.put("notToday.why", List.of(Energised.Why.values()));
        choices.put("notToday.days", List.of(Energised.Side.values()));
        choices.put("notToday.newSlot", List.of(Slot.values()));
        choices.put("declarations.outage", List.of(Energised.Outage.values()));
        view.result("metering", MeteringInstalled.class).ifPresent(metering ->
                choices.put("switchedOn.readings.assetNo", metering.meters().stream().map(MeteringInstalled.Device::assetNo).toList()));
        return choices;
    }

    @Override
    public List<Violation> check(CaseView view, Energised result) {
        return switch (result.outcome()) {
            case NOT_TODAY -> notTodayFaults(view, result);
            case ENERGISED -> energised(view, result);
        };
    }

    private List<Violation> notTodayFaults(CaseView view, Energised result) {
        var found = new ArrayList<>(NotTodayCheck.check(view, result));
        if (found.isEmpty() && result.notToday() != null) {
            found.addAll(appointments.clashes(view, KEY, next(view, result.notToday()), "notToday.newDay"));
        }
        return found;
    }

    private static List<Violation> energised(CaseView view, Energised result) {
        var found = new ArrayList<Violation>();
        for (var light : EnergisingConditions.lights(view, result)) {
            if (!light.permits()) {
                found.add(Violation.of("energisation.condition-unmet", light.name(), light.owner()).citing(light.clause()));
            }
        }
        if (result.notToday() != null) {
            found.add(Violation.at("notToday", "energisation.contradicts-outcome"));
        }
        found.addAll(electricians(view, result));
        var on = result.switchedOn();
        if (on == null) {
            found.add(Violation.at("switchedOn", "energisation.sheet-missing"));
        } else {
            found.addAll(SheetCheck.check(view, on));
        }
        return found;
    }

    /** An expired certificate is named by whose it is, besides the condition it leaves unmet. */
    private static List<Violation> electricians(CaseView view, Energised result) {
        var found = new ArrayList<Violation>();
        var declared = result.declarations();
        if (declared == null) {
            return found;
        }
        var on = result.switchedOn() == null ? view.today() : result.switchedOn().day();
        for (int i = 0; i < declared.electriciansOrNone().size(); i++) {
            var electrician = declared.electriciansOrNone().get(i);
            if (electrician.validUntil().isBefore(on)) {
                found.add(Violation.at("declarations.electricians[" + i + "].validUntil", "energisation.electrician-expired",
                        electrician.name(), electrician.validUntil()));
            }
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, Energised result) {
        var notToday = result.notToday();
        if (!result.energised() && notToday != null) {
            return Effects.again(again(notToday))
                    .message("appointment.proposed", Map.of(
                            "stage", KEY, "day", notToday.newDay().toString(), "slot", notToday.newSlot().name(), "days", notToday.days().name()));
        }
        var on = sheet(view, result);
        var content = new TreeMap<String, Object>(Map.of(
                "customerName", view.application().customerName(), "address", view.application().address(), "phase", view.phase(),
                "capacityKva", phaseKva(view), "day", on.day().toString(), "time", on.time().toString(), "customerSigner", on.customerSigner(),
                "readings", on.readings().stream().map(reading -> Map.of("assetNo", reading.assetNo(), "activeKwh", reading.activeKwh())).toList()));
        content.put("phased", view.phase() > 0 && !plan(view).phasesOrNone().isEmpty());
        if (on.transformers() != null) {
            content.put("transformers", on.transformers().stream()
                    .map(start -> Map.of("name", start.name(), "capacityKva", start.capacityKva(), "startedAt", start.startedAt().toString())).toList());
        }
        return Effects.passed().letter("ENERGISATION_SLIP", content)
                .message("case.energised", Map.of("phase", view.phase(), "day", on.day().toString(), "capacityKva", phaseKva(view).toPlainString()));
    }

    @Override
    public void record(CaseView view, Energised result) {
        if (!result.energised()) {
            notToday(view, result.notToday());
            return;
        }
        appointments.done(view, KEY);
        var on = sheet(view, result);
        var consumerNo = account(view, on.day());
        store.put(new Energisation(view.caseNo(), view.phase(), on.day(), on.time(), phaseKva(view), consumerNo));
        capacity.use(view.unit(), view.caseNo(), view.phase(), on.day());
        temporary.energised(view, on.day(), consumerNo);
    }

    private void notToday(CaseView view, Energised.@Nullable NotToday notToday) {
        if (notToday != null) {
            var next = next(view, notToday);
            appointments.failed(view, KEY, state(notToday.why()), again(notToday), null);
            appointments.arrange(view, KEY, next);
        }
    }

    /** What was to be done today is done by the same people another day. */
    private Visit next(CaseView view, Energised.NotToday notToday) {
        var people = appointments.live(view.caseNo(), KEY, view.phase()).map(there -> there.visit().people()).orElse(List.of(view.actor().id()));
        return new Visit(people, notToday.newDay(), notToday.newSlot(), null, null);
    }

    @Override
    public void release(CaseView view) {
        appointments.release(view);
    }

    private static String again(Energised.NotToday notToday) {
        return "energisation.again-" + notToday.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Appointment.State state(Energised.Why why) {
        return switch (why) {
            case CUSTOMER_NOT_READY, NO_ACCESS -> Appointment.State.CUSTOMER_NO_SHOW;
            case OUR_CREW -> Appointment.State.CREW_NO_SHOW;
            case UNSAFE, WEATHER, OUTAGE_MOVED -> Appointment.State.CANCELLED;
        };
    }

    /** Opens the account with its first phase; a later phase, or an increase of capacity, changes the one there is. */
    private ConsumerNo account(CaseView view, LocalDate day) {
        var earlier = store.of(view.unit(), view.caseNo()).stream().filter(energised -> energised.phase() != view.phase()).toList();
        var total = earlier.stream().map(Energisation::capacityKva).reduce(phaseKva(view), BigDecimal::add);
        var plan = plan(view);
        var order = new AccountOrder(view.caseNo(), view.customerId(), view.premisesId(), total, plan.voltageKv(), plan.tariff().category(), day);
        var existing = earlier.isEmpty() ? increased(view) : List.of(earlier.getFirst().consumerNo());
        return existing.isEmpty() ? accounts.open(order).consumerNo() : change(existing.getFirst(), order);
    }

    /** The account whose capacity this case increases (增容), as the application names it. */
    private List<ConsumerNo> increased(CaseView view) {
        return view.facts().text("account").flatMap(ConsumerNo::parse).map(List::of).orElse(List.of());
    }

    private ConsumerNo change(ConsumerNo consumerNo, AccountOrder order) {
        return switch (accounts.change(consumerNo, order)) {
            case Answer.Done<ConsumerAccount>(ConsumerAccount account) -> account.consumerNo();
            case Answer.Refused<ConsumerAccount> refused -> throw new YekuoException("energisation.account-not-changed",
                    "Account " + consumerNo + " can't take what case " + order.caseNo() + " energised: " + refused.refusal().violations());
        };
    }

    private static BigDecimal phaseKva(CaseView view) {
        var plan = plan(view);
        var phases = plan.phasesOrNone();
        return view.phase() >= 1 && view.phase() <= phases.size() ? phases.get(view.phase() - 1).capacityKva() : plan.capacityKva();
    }

    private static PlanDraft plan(CaseView view) {
        return view.result("plan-draft", PlanDraft.class)
                .orElseThrow(() -> new YekuoException("energisation.no-plan", "Case " + view.caseNo() + " is energised without a plan."));
    }

    private static SwitchedOn sheet(CaseView view, Energised result) {
        var on = result.switchedOn();
        if (on == null) {
            throw new YekuoException("energisation.no-sheet", "Case " + view.caseNo() + " is energised without a sheet.");
        }
        return on;
    }
}
