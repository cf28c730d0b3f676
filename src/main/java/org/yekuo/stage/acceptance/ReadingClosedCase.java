package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.casework.NewCase;
import org.yekuo.casework.RecordedHistory;
import org.yekuo.casework.RecordingEndedCases;
import org.yekuo.customer.Party;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Reads a closed case of an old system under the pack of its day: class, procedure and facts follow from what was recorded; a voltage or a handler our tables would not
 * give is no fault, for it is over. Pure.
 */
final class ReadingClosedCase {

    /** kW of equipment for one kVA, where nothing else is known. */
    private static final BigDecimal COS_PHI = new BigDecimal("0.9");
    private static final BigDecimal HOUSEHOLD_KV = new BigDecimal("0.22");

    private static final Map<String, String> FIELD_OF = Map.of("business", "business", "class", "load.customerClass", "nature", "load.nature", "phaseKind", "load.phase",
            "capacityKva", "load.capacityKva", "demandKw", "load.demandKw", "importance", "load.importance");

    /** A line read: who applied, the case without her number and that of the place, and what was recorded. */
    record Read(Party party, NewCase what, RecordedHistory said) {}

    private final ClosedCaseRow row;
    private final Pack pack;
    private final List<Violation> found;

    private ReadingClosedCase(ClosedCaseRow row, Pack pack, List<Violation> found) {
        this.row = row;
        this.pack = pack;
        this.found = found;
    }

    /** The line read, or null with what is wrong in {@code found}. */
    static @Nullable Read read(ClosedCaseRow row, Pack pack, UnitCode supplier, UnitCode handler, Actor importer, LocalDate today, List<Violation> found) {
        return new ReadingClosedCase(row, pack, found).read(supplier, handler, importer, today);
    }

    private @Nullable Read read(UnitCode supplier, UnitCode handler, Actor importer, LocalDate today) {
        var facts = facts(supplier, handler);
        var procedure = facts == null ? Optional.<Procedure>empty() : pack.procedureFor(facts);
        if (facts == null || procedure.isEmpty()) {
            if (facts != null) {
                found.add(Violation.at("business", "acceptance.no-procedure", facts.text("class").orElse(""), row.business()));
            }
            return null;
        }
        var said = said();
        found.addAll(RecordingEndedCases.impossible(said, pack, procedure.get(), today));
        if (!found.isEmpty()) {
            return null;
        }
        var phone = Objects.requireNonNullElse(row.applicant().phone(), "");
        var what = new NewCase(supplier.city(), handler, handler.value(), handler, 0, 0, application(handler), doneBy(facts, procedure.get()), pack, procedure.get(), null,
                phone.length() < 4 ? null : phone.substring(phone.length() - 4), importer, supplier);
        return new Read(party(), what, said);
    }

    Party party() {
        return party(row);
    }

    static Party party(ClosedCaseRow row) {
        var who = row.applicant();
        return new Party(who.name(), who.idType(), Objects.requireNonNullElse(who.idNumber(), ""), who.contact(), Objects.requireNonNullElse(who.phone(), ""), null);
    }

    private @Nullable Facts facts(UnitCode supplier, UnitCode handler) {
        var load = row.load();
        var stated = new TreeMap<String, Object>();
        stated.put("business", row.business());
        stated.put("nature", load.nature());
        stated.put("community", Boolean.TRUE.equals(load.community()));
        stated.put("phaseKind", phase());
        stated.put("loadBasis", load.demandKw() == null ? "KVA" : "KW");
        stated.put("capacityKva", load.capacityKva());
        stated.put("demandKw", load.demandKw() == null ? load.capacityKva().multiply(COS_PHI, MathContext.DECIMAL64) : load.demandKw());
        stated.put("voltageKv", load.voltageKv());
        stated.put("sources", Objects.requireNonNullElse(load.sources(), 1));
        stated.put("circuits", circuits());
        stated.put("importance", importance());
        stated.put("area", supplier.isCounty() ? "COUNTY" : "CITY");
        stated.put("handledBy", handler.isCounty() ? "COUNTY" : "CITY");
        if (load.customerClass() != null) {
            stated.put("class", load.customerClass());
        }
        int before = found.size();
        words(new Facts(stated));
        if (found.size() > before) {
            return null;
        }
        var facts = pack.withDefaults(new Facts(stated));
        if (!facts.has("class")) {
            var derived = pack.one("class", facts);
            if (derived.isEmpty()) {
                found.add(Violation.at("load", "acceptance.no-class"));
                return null;
            }
            facts = facts.with(derived.get().gives()).with("voltageKv", load.voltageKv());
        }
        return pack.derived(facts.with(pack.one("key-account", facts).map(one -> one.gives()).orElse(Map.of("keyAccount", false))));
    }

    /** Words the pack of the day does not know, and numbers it thinks absurd. */
    private void words(Facts stated) {
        for (var declared : pack.facts()) {
            var field = FIELD_OF.get(declared.name());
            if (field != null) {
                stated.text(declared.name()).filter(word -> declared.type() == FactDeclaration.Type.WORD && !declared.words().contains(word))
                        .ifPresent(word -> found.add(Violation.at(field, "acceptance.unknown-code", word, String.join(", ", declared.words()))));
                stated.number(declared.name()).filter(number -> declared.min() != null && number.compareTo(declared.min()) < 0 || declared.max() != null && number.compareTo(declared.max()) > 0)
                        .ifPresent(number -> found.add(Violation.at(field, "acceptance.absurd-number", number.toPlainString(), String.valueOf(declared.min()), String.valueOf(declared.max()))));
            }
        }
    }

    /** That a stage was done which is only done under one fact says that fact. */
    private Facts doneBy(Facts facts, Procedure procedure) {
        var known = facts;
        var done = row.stages().stream().map(ClosedCaseRow.Stage::stage).collect(Collectors.toSet());
        for (var stage : procedure.stages()) {
            var conditions = stage.when().conditions().keySet();
            if (done.contains(stage.key()) && conditions.size() == 1) {
                var fact = conditions.iterator().next();
                known = stage.when().match(new Facts(Map.of(fact, true))) ? known.with(fact, true) : known;
            }
        }
        return known;
    }

    private String phase() {
        return row.load().phase() != null ? row.load().phase() : row.load().voltageKv().compareTo(HOUSEHOLD_KV) <= 0 ? "SINGLE" : "THREE";
    }

    private int circuits() {
        return Objects.requireNonNullElse(row.load().circuits(), Objects.requireNonNullElse(row.load().sources(), 1));
    }

    private String importance() {
        return Objects.requireNonNullElse(row.load().importance(), "NONE");
    }

    private Application application(UnitCode handler) {
        var load = row.load();
        return new Application(handler.value(), row.business(), Objects.requireNonNullElse(row.channel(), Application.Channel.COUNTER),
                row.applicant().idType().isPersonal() ? "PERSON" : "ORGANISATION", row.applicant().name(), row.address(), null,
                new Application.Project(null, load.nature(), null, null),
                new Application.Load(load.capacityKva(), load.demandKw(), phase(), load.voltageKv(), Objects.requireNonNullElse(load.sources(), 1), circuits(), importance()), null, false);
    }

    private RecordedHistory said() {
        var archive = row.archive();
        return new RecordedHistory(row.originalNo(), row.originalSystem(), row.acceptedOn(),
                row.stages().stream().map(stage -> new RecordedHistory.Stage(stage.stage(), stage.openedOn(), stage.closedOn(), stage.servedOn(),
                        Objects.requireNonNullElse(stage.outcome(), RecordedHistory.Conclusion.PASSED), stage.by(), stage.note(),
                        stage.parts().stream().collect(Collectors.toMap(ClosedCaseRow.Part::part, ClosedCaseRow.Part::closedOn, (one, other) -> other)))).toList(),
                row.pauses().stream().map(pause -> new RecordedHistory.Pause(pause.reason(), pause.from(), pause.to())).toList(),
                new RecordedHistory.Ended(row.ended().how(), row.ended().on(), row.ended().reason()), row.consumerNo(),
                archive == null ? null : new RecordedHistory.Archive(archive.no(), archive.place()));
    }
}
