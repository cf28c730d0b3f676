package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.casework.CaseView;
import org.yekuo.regulation.Conduct;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Reads a changed need against the case it was before: what follows from it under the pack of the day, or that it is no other need — no more
 * than the pack's tolerance of capacity, the same class, voltage and number of sources — and what to do then. Pure.
 */
final class ReadingNeed {

    private static final BigDecimal COS_PHI = new BigDecimal("0.9");
    /** What the tables say of an application, and what was granted for one case; never taken over. */
    private static final Set<String> DERIVED = Set.of("class", "voltageKv", "keyAccount", "handledBy", "greenChannel");

    private final CaseView former;
    private final NeedForm form;
    private final Pack pack;

    ReadingNeed(CaseView former, NeedForm form, Pack pack) {
        this.former = former;
        this.form = form;
        this.pack = pack;
    }

    Answer<ReadApplication> read(LocalDate day) {
        var found = new ArrayList<Violation>();
        var load = load(found);
        var requiredBy = form.requiredBy();
        if (requiredBy != null && requiredBy.isBefore(day)) {
            found.add(Violation.at("requiredBy", "acceptance.required-in-past", requiredBy, day));
        }
        var stated = stated(load);
        found.addAll(ReadingApplication.declared(pack, stated));
        if (!found.isEmpty()) {
            return Answer.invalid(found);
        }
        return switch (derive(stated, load)) {
            case Answer.Refused<Derivation>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<Derivation>(Derivation derived) -> isAnother(load, derived.facts())
                    ? Answer.done(new ReadApplication(application(load, requiredBy), derived.facts(), derived.procedure(), former.unit(),
                            derived.handler(former.premisesUnit()), derived.voltages(), List.of()))
                    : Answer.invalid(List.of(sameNeed(load)));
        };
    }

    private Application.Load load(List<Violation> found) {
        var was = former.application().load();
        var said = form.load();
        var kva = said.capacityKva();
        var kw = said.demandKw();
        for (var number : new BigDecimal[] {kva, kw, said.voltageWish()}) {
            if (number != null && number.signum() <= 0) {
                found.add(Violation.at("load", "acceptance.capacity-not-positive", number.toPlainString()));
            }
        }
        var capacity = kva != null ? kva : kw != null ? kw.divide(COS_PHI, 2, RoundingMode.HALF_UP) : was.capacityKva();
        var demand = kw != null ? kw : kva != null ? null : was.demandKw();
        int sources = Objects.requireNonNullElse(said.sources(), was.sources());
        int circuits = Objects.requireNonNullElse(said.circuits(), Math.max(was.circuits(), sources));
        if (circuits < sources) {
            found.add(Violation.at("load.circuits", "acceptance.fewer-circuits-than-sources", circuits, sources));
        }
        return new Application.Load(capacity, demand, Objects.requireNonNullElse(said.phase(), was.phase()),
                said.voltageWish() == null ? was.voltageWish() : said.voltageWish(), sources, circuits,
                Objects.requireNonNullElse(said.importance(), was.importance()));
    }

    private Facts stated(Application.Load load) {
        var facts = new TreeMap<String, Object>();
        pack.facts().stream().filter(fact -> fact.setBy().equals("intake")).map(FactDeclaration::name)
                .filter(name -> !DERIVED.contains(name) && former.facts().has(name))
                .forEach(name -> facts.put(name, Objects.requireNonNull(former.facts().values().get(name))));
        var kw = load.demandKw();
        facts.putAll(Map.of("phaseKind", load.phase(), "capacityKva", load.capacityKva(), "sources", load.sources(), "circuits", load.circuits(),
                "importance", load.importance(), "demandKw", kw == null ? load.capacityKva().multiply(COS_PHI, MathContext.DECIMAL64) : kw));
        if (form.load().capacityKva() != null || form.load().demandKw() != null) {
            facts.put("loadBasis", form.load().capacityKva() == null ? "KW" : "KVA");
        }
        var nature = form.nature();
        if (nature != null) {
            facts.put("nature", nature);
        }
        return new Facts(facts);
    }

    /** A voltage wished for earlier binds nobody now; one wished for with the change must be possible. */
    private Answer<Derivation> derive(Facts stated, Application.Load load) {
        var said = form.load().voltageWish();
        var earlier = load.voltageWish();
        if (said == null && earlier != null && Derivation.of(pack, stated, earlier) instanceof Answer.Done<Derivation> kept) {
            return kept;
        }
        return Derivation.of(pack, stated, said);
    }

    private boolean isAnother(Application.Load load, Facts facts) {
        var was = former.facts();
        return change().exceeds(former.application().load().capacityKva(), load.capacityKva())
                || !was.text("class").equals(facts.text("class"))
                || !was.number("voltageKv").equals(facts.number("voltageKv"))
                || former.application().load().sources() != load.sources();
    }

    private Conduct.NeedChange change() {
        return new Conduct(pack, former.facts()).needChange();
    }

    private Violation sameNeed(Application.Load load) {
        var was = former.application().load().capacityKva();
        return Violation.at("load", "acceptance.same-need", was.toPlainString(), load.capacityKva().toPlainString(),
                change().percent(was, load.capacityKva()).toPlainString(), change().tolerancePercent().toPlainString()).citing(change().clause());
    }

    private Application application(Application.Load load, @Nullable LocalDate requiredBy) {
        var was = former.application();
        var project = was.project();
        return new Application(Objects.requireNonNullElse(form.hall(), was.hall()), was.business(),
                Objects.requireNonNullElse(form.channel(), Application.Channel.COUNTER), was.applicantKind(), was.customerName(), was.address(), was.area(),
                new Application.Project(project.name(), Objects.requireNonNullElse(form.nature(), project.nature()), project.industry(), project.products()),
                load, requiredBy == null ? was.requiredBy() : requiredBy, was.agent(), was.temporary());
    }
}
