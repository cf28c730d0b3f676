package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * What follows from what was stated, by the pack's tables: class (客户类别), voltage, key account (大客户), who handles the case, procedure. Pure.
 *
 * @param voltages the voltages it may be supplied at, kV, the preferred first
 */
record Derivation(Facts facts, Procedure procedure, List<BigDecimal> voltages) {

    /** @param wish the voltage asked for, kV, or null for the preferred one */
    static Answer<Derivation> of(Pack pack, Facts stated, @Nullable BigDecimal wish) {
        var facts = pack.withDefaults(stated);
        var customerClass = pack.one("class", facts);
        if (customerClass.isEmpty()) {
            return refuse(Violation.at("load", "acceptance.no-class"));
        }
        facts = facts.with(customerClass.get().gives());
        var voltages = Voltages.of(pack, facts).stream().map(Voltages.Candidate::kv).toList();
        if (voltages.isEmpty()) {
            return refuse(Violation.at("load", "acceptance.no-voltage"));
        }
        if (wish != null && voltages.stream().noneMatch(voltage -> voltage.compareTo(wish) == 0)) {
            return refuse(Violation.at("load.voltageWish", "acceptance.voltage-wish", wish.toPlainString(),
                    voltages.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "))));
        }
        facts = facts.with("voltageKv", wish == null ? voltages.getFirst() : wish);
        facts = facts.with(pack.one("key-account", facts).map(row -> row.gives()).orElse(Map.of("keyAccount", false)));
        facts = pack.derived(facts.with(pack.one("handling", facts).map(row -> row.gives()).orElse(Map.of("handledBy", "CITY"))));
        var procedure = pack.procedureFor(facts);
        if (procedure.isEmpty()) {
            return refuse(Violation.at("business", "acceptance.no-procedure", facts.text("class").orElse(""), facts.text("business").orElse("")));
        }
        return Answer.done(new Derivation(facts, procedure.get(), voltages));
    }

    /** Who handles it: the county the premises lie in, or its city. */
    UnitCode handler(UnitCode supplier) {
        return facts.text("handledBy").filter("COUNTY"::equals).isPresent() ? supplier : supplier.city();
    }

    private static Answer<Derivation> refuse(Violation violation) {
        return Answer.invalid(List.of(violation));
    }
}
