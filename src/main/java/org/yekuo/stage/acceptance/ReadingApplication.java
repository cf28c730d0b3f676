package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Reads an application under a pack: either everything wrong with it, or the facts that follow from it: class (客户类别), voltage, key
 * account (大客户), who handles it. Pure; whoever the applicant is, is the customer room's to judge.
 */
public final class ReadingApplication {

    /** kW of equipment for one kVA of transformers, where nothing else is known. */
    private static final BigDecimal COS_PHI = new BigDecimal("0.9");

    /** Where a fact of the intake stands in the form. */
    private static final Map<String, String> FIELD_OF = Map.of(
            "business", "business", "nature", "project.nature", "community", "project.community", "phaseKind", "load.phase",
            "demandKw", "load.demandKw", "capacityKva", "load.capacityKva", "sources", "load.sources", "circuits", "load.circuits",
            "importance", "load.importance");

    private final ApplicationForm form;
    private final Pack pack;
    private final List<Violation> found = new ArrayList<>();
    private final List<Violation> warnings = new ArrayList<>();

    private ReadingApplication(ApplicationForm form, Pack pack) {
        this.form = form;
        this.pack = pack;
    }

    /**
     * @param supplier the city or county company the premises belong to
     * @param day      the day of the application
     */
    public static Answer<ReadApplication> read(ApplicationForm form, Pack pack, UnitCode supplier, LocalDate day) {
        return new ReadingApplication(form, pack).read(supplier, day);
    }

    private Answer<ReadApplication> read(UnitCode supplier, LocalDate day) {
        contradictions(day);
        found.addAll(TemporaryTerm.check(form, pack, day));
        var load = load();
        if (load == null) {
            return Answer.invalid(found);
        }
        var stated = stated(load, supplier);
        found.addAll(declared(pack, stated));
        if (!found.isEmpty()) {
            return Answer.invalid(found);
        }
        return derive(load, stated, supplier);
    }

    private void contradictions(LocalDate day) {
        if (form.applicantKind() == ApplicationForm.ApplicantKind.ORGANISATION && form.applicant().idType().isPersonal()) {
            found.add(Violation.at("applicant.idType", "acceptance.organisation-with-personal-id"));
        }
        var requiredBy = form.requiredBy();
        if (requiredBy != null && requiredBy.isBefore(day)) {
            found.add(Violation.at("requiredBy", "acceptance.required-in-past", requiredBy, day));
        }
        if (form.premises().address().isBlank()) {
            found.add(Violation.at("premises.address", "acceptance.address-blank"));
        }
        var happenedOn = form.happenedOn();
        if (happenedOn != null && happenedOn.isAfter(day)) {
            found.add(Violation.at("happenedOn", "acceptance.received-in-future", happenedOn, day));
        }
    }

    /** Both capacities, the one not said reckoned from the other; null when neither can be read. */
    private Application.@Nullable Load load() {
        var reckoned = reckoned();
        var kva = reckoned == null ? positive(form.load().capacityKva(), "load.capacityKva") : reckoned.transformers().kva();
        var kw = reckoned == null ? positive(form.load().demandKw(), "load.demandKw") : reckoned.kw();
        var reckonedKva = kva == null && kw != null ? kw.divide(COS_PHI, 2, RoundingMode.HALF_UP) : kva;
        if (reckonedKva == null) {
            if (kva == null && form.load().capacityKva() == null && form.load().demandKw() == null) {
                found.add(Violation.at("load.capacityKva", "acceptance.no-capacity"));
            }
            return null;
        }
        int sources = Optional.ofNullable(form.load().sources()).orElse(1);
        int circuits = Optional.ofNullable(form.load().circuits()).orElse(sources);
        var importance = Optional.ofNullable(form.load().importance()).orElse("NONE");
        if (circuits < sources) {
            found.add(Violation.at("load.circuits", "acceptance.fewer-circuits-than-sources", circuits, sources));
        }
        if (sources < 2 && List.of("SPECIAL", "FIRST").contains(importance)) {
            warnings.add(Violation.at("load.sources", "acceptance.important-with-one-source", importance).citing(pack.article("acceptance.important-with-one-source")));
        }
        return new Application.Load(reckonedKva, kw, form.load().phase(), form.load().voltageWish(), sources, circuits, importance);
    }

    /** What a community's households, services and shops come to, where it says no capacity itself. */
    private @Nullable CommunityLoad reckoned() {
        var stated = form.load().community();
        if (stated == null) {
            return null;
        }
        if (!Boolean.TRUE.equals(form.project().community())) {
            found.add(Violation.at("load.community", "acceptance.load-of-no-community"));
        }
        if (stated.dwellings().isEmpty()) {
            found.add(Violation.at("load.community.dwellings", "acceptance.community-without-dwellings"));
        }
        return form.load().capacityKva() == null && form.load().demandKw() == null && found.isEmpty() ? CommunityLoad.of(pack, stated) : null;
    }

    private @Nullable BigDecimal positive(@Nullable BigDecimal number, String field) {
        if (number == null) {
            return null;
        }
        if (number.signum() <= 0) {
            found.add(Violation.at(field, "acceptance.capacity-not-positive", number.toPlainString()));
            return null;
        }
        return number;
    }

    private Facts stated(Application.Load load, UnitCode supplier) {
        var kw = load.demandKw();
        var facts = new TreeMap<String, Object>();
        facts.put("business", form.business());
        facts.put("nature", form.project().nature());
        facts.put("community", Boolean.TRUE.equals(form.project().community()));
        facts.put("specialTrade", Boolean.TRUE.equals(form.project().specialTrade()));
        facts.put("agent", form.applicant().agent() != null);
        facts.put("phaseKind", load.phase());
        facts.put("loadBasis", form.load().capacityKva() == null && form.load().community() == null ? "KW" : "KVA");
        facts.put("capacityKva", load.capacityKva());
        facts.put("demandKw", kw == null ? load.capacityKva().multiply(COS_PHI, MathContext.DECIMAL64) : kw);
        facts.put("sources", load.sources());
        facts.put("circuits", load.circuits());
        facts.put("importance", load.importance());
        facts.put("specialLoad", Boolean.TRUE.equals(form.load().specialLoad()));
        facts.put("area", supplier.isCounty() ? "COUNTY" : "CITY");
        return new Facts(facts);
    }

    /** Words the pack does not know and numbers it thinks absurd. */
    static List<Violation> declared(Pack pack, Facts stated) {
        var found = new ArrayList<Violation>();
        for (var declaration : pack.facts()) {
            var field = FIELD_OF.get(declaration.name());
            if (field == null) {
                continue;
            }
            stated.text(declaration.name())
                    .filter(word -> declaration.type() == FactDeclaration.Type.WORD && !declaration.words().contains(word))
                    .ifPresent(word -> found.add(Violation.at(field, "acceptance.unknown-code", word, String.join(", ", declaration.words()))));
            stated.number(declaration.name())
                    .filter(number -> isBelow(number, declaration.min()) || isAbove(number, declaration.max()))
                    .ifPresent(number -> found.add(Violation.at(field, "acceptance.absurd-number", number.toPlainString(),
                            String.valueOf(declaration.min()), String.valueOf(declaration.max()))));
        }
        return found;
    }

    private Answer<ReadApplication> derive(Application.Load load, Facts stated, UnitCode supplier) {
        return switch (Derivation.of(pack, stated, load.voltageWish())) {
            case Answer.Refused<Derivation>(var refusal) -> {
                found.addAll(refusal.violations());
                yield Answer.invalid(found);
            }
            case Answer.Done<Derivation>(Derivation derived) -> Answer.done(new ReadApplication(application(load), derived.facts(), derived.procedure(),
                    supplier.city(), derived.handler(supplier), derived.voltages(), warnings));
        };
    }

    private Application application(Application.Load load) {
        var project = form.project();
        return new Application(form.hall(), form.business(), form.channel(), form.applicantKind().name(), form.applicant().name(),
                form.premises().address(), form.premises().area(),
                new Application.Project(project.name(), project.nature(), project.industry(), project.products()),
                load, form.requiredBy(), form.applicant().agent() != null, TemporaryTerm.of(form));
    }

    private static boolean isBelow(BigDecimal number, @Nullable BigDecimal min) {
        return min != null && number.compareTo(min) < 0;
    }

    private static boolean isAbove(BigDecimal number, @Nullable BigDecimal max) {
        return max != null && number.compareTo(max) > 0;
    }
}
