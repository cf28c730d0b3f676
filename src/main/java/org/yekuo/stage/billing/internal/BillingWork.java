package org.yekuo.stage.billing.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.Effects;
import org.yekuo.casework.StageWork;
import org.yekuo.stage.billing.BillingCards.Card;
import org.yekuo.stage.billing.BillingCards.Meter;
import org.yekuo.stage.billing.BillingSetUp;
import org.yekuo.stage.billing.ReadingCycle;
import org.yekuo.stage.energisation.Energisations;
import org.yekuo.stage.energisation.Energised;
import org.yekuo.stage.energisation.Energised.Reading;
import org.yekuo.stage.energisation.Energised.SwitchedOn;
import org.yekuo.stage.metering.MeteringInstalled;
import org.yekuo.stage.metering.MeteringInstalled.Device;
import org.yekuo.stage.metering.MeteringInstalled.Kind;
import org.yekuo.stage.metering.Ratios;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;
import org.yekuo.vocabulary.YekuoException;

/** Sets an energised account up for billing (电费建卡, 细则 3.4); a reader places it in a book in a part of her own. */
@Component
class BillingWork implements StageWork<BillingSetUp> {

    private final BillingStore store;
    private final Energisations energisations;

    BillingWork(BillingStore store, Energisations energisations) {
        this.store = store;
        this.energisations = energisations;
    }

    @Override
    public String key() {
        return "billing";
    }

    @Override
    public Class<BillingSetUp> resultType() {
        return BillingSetUp.class;
    }

    @Override
    public Map<String, Object> choices(CaseView view) {
        return Map.of("cycle", List.of(ReadingCycle.values()), "book", store.books(view.unit()));
    }

    @Override
    public List<Violation> check(CaseView view, BillingSetUp result) {
        var energised = switchedOn(view);
        if (energised.isEmpty()) {
            return List.of(Violation.of("billing.not-energised"));
        }
        var found = new ArrayList<>(FirstReading.check(energised.get().day(), result.firstReadingOn(), result.readingDay(), result.cycle()));
        store.lock(view.unit(), result.book());
        store.book(view.unit(), result.book()).filter(book -> book.readingDay() != result.readingDay() || book.cycle() != result.cycle())
                .ifPresent(book -> found.add(Violation.at("book", "billing.book-reads-otherwise", result.book(), book.readingDay(), book.cycle().code(),
                        result.readingDay(), result.cycle().code())));
        store.otherAt(view.caseNo(), view.phase(), result.book(), result.sequence()).ifPresent(card ->
                found.add(Violation.at("sequence", "billing.place-taken", result.book(), result.sequence(), card)));
        boolean lossNeeded = plan(view).meteringPoints().stream().anyMatch(point -> point.mode() == PlanDraft.MeteringMode.HIGH_LOW);
        if (lossNeeded && result.transformerLoss() == null) {
            found.add(Violation.at("transformerLoss", "billing.transformer-loss-missing"));
        } else if (!lossNeeded && result.transformerLoss() != null) {
            found.add(Violation.at("transformerLoss", "billing.transformer-loss-without-low-side-metering"));
        }
        return found;
    }

    @Override
    public Effects apply(CaseView view, BillingSetUp result) {
        return Effects.passed().message("billing.set-up", Map.of(
                "phase", view.phase(), "book", result.book(), "sequence", result.sequence(), "firstReadingOn", result.firstReadingOn().toString()));
    }

    @Override
    public void record(CaseView view, BillingSetUp result) {
        store.openBook(view.unit(), result.book(), result.readingDay(), result.cycle());
        var tariff = plan(view).tariff();
        var consumerNo = energisations.of(view.unit(), view.caseNo()).stream().filter(energised -> energised.phase() == view.phase()).findFirst()
                .orElseThrow(() -> missing(view, "an energised supply")).consumerNo();
        store.put(new Card(view.caseNo(), view.phase(), consumerNo, tariff.category(), tariff.scheme().name(), tariff.powerFactor(), result.book(),
                result.sequence(), result.firstReadingOn(), meters(view)), result.lineLossPercent(), result.transformerLoss());
    }

    /** Each meter with the multiplier its transformers make and the reading it was energised at. */
    private static List<Meter> meters(CaseView view) {
        var installed = view.result("metering", MeteringInstalled.class).orElseThrow(() -> missing(view, "meters"));
        var readings = switchedOn(view).orElseThrow(() -> missing(view, "an energising sheet")).readings();
        return installed.meters().stream().map(meter -> new Meter(meter.assetNo(), meter.point(),
                Ratios.multiplier(ratios(installed, meter.point())),
                readings.stream().filter(reading -> reading.assetNo().equals(meter.assetNo())).findFirst().map(Reading::activeKwh).orElse(BigDecimal.ZERO)))
                .toList();
    }

    /** One ratio for each kind of transformer; a point has two or three of a kind, all alike. */
    private static List<String> ratios(MeteringInstalled installed, String point) {
        var ratios = new ArrayList<String>();
        for (var kind : List.of(Kind.CT, Kind.PT)) {
            installed.devices().stream().filter(device -> device.point().equals(point) && device.kind() == kind).map(Device::ratio)
                    .filter(Objects::nonNull).findFirst().ifPresent(ratios::add);
        }
        return ratios;
    }

    private static Optional<SwitchedOn> switchedOn(CaseView view) {
        return view.result("energisation", Energised.class).map(Energised::switchedOn);
    }

    private static PlanDraft plan(CaseView view) {
        return view.result("plan-draft", PlanDraft.class).orElseThrow(() -> missing(view, "a plan"));
    }

    private static YekuoException missing(CaseView view, String what) {
        return new YekuoException("billing.incomplete-case", "Case " + view.caseNo() + " is set up for billing without " + what + ".");
    }
}
