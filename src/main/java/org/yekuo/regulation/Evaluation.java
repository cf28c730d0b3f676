package org.yekuo.regulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Violation;

/**
 * What a pack says for given facts, without a case (规则试算): class, voltages, who handles it, procedure, limits, papers, approvers, fees and every
 * table. What was not given is derived where a table derives it, as intake does.
 */
public record Evaluation(
        Map<String, Object> facts, @Nullable String procedure, List<LimitRow> limits, List<ChecklistRow> checklist, List<ApprovalRow> approvals,
        List<FeeItem> fees, Map<String, List<DecisionTable.Row>> tables) {

    /** Tables whose rows set facts, in the order in which intake asks them. */
    private static final List<String> DERIVING = List.of("class", "key-account", "handling");

    /** Evaluates a pack for facts given as text; refuses unknown names and values that can't be, all at once. */
    public static Answer<Evaluation> of(Pack pack, Map<String, String> given) {
        var wrong = new ArrayList<Violation>();
        var known = new TreeMap<String, Object>();
        given.forEach((name, text) -> pack.facts().stream().filter(fact -> fact.name().equals(name)).findFirst()
                .ifPresentOrElse(fact -> read(fact, text, known, wrong), () -> wrong.add(Violation.at(name, "regulation.unknown-fact", name,
                        pack.facts().stream().map(FactDeclaration::name).collect(Collectors.joining("、"))))));
        return wrong.isEmpty() ? Answer.done(evaluate(pack, derive(pack, new Facts(known)))) : Answer.invalid(wrong);
    }

    /**
     * Evaluates a pack for what was known of a case at its intake: facts the pack derives are derived anew, facts it does not declare or allow
     * are left out.
     */
    public static Evaluation again(Pack pack, Facts intake) {
        var known = new TreeMap<String, Object>();
        var derived = Stream.concat(DERIVING.stream(), pack.derives().stream()).flatMap(table -> Optional.ofNullable(pack.tables().get(table)).stream()).flatMap(table -> table.rows().stream())
                .flatMap(row -> row.gives().keySet().stream()).collect(Collectors.toSet());
        pack.facts().stream().filter(fact -> fact.setBy().equals("intake") && !derived.contains(fact.name()) && intake.has(fact.name()))
                .forEach(fact -> read(fact, plain(intake.values().get(fact.name())), known, new ArrayList<>()));
        return evaluate(pack, derive(pack, new Facts(known)));
    }

    private static String plain(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private static void read(FactDeclaration fact, String text, Map<String, Object> known, List<Violation> wrong) {
        var value = switch (fact.type()) {
            case WORD -> fact.words().contains(text) ? Optional.<Object>of(text) : Optional.<Object>empty();
            case YES_NO -> text.equals("true") || text.equals("false") ? Optional.<Object>of(text.equals("true")) : Optional.<Object>empty();
            case NUMBER -> number(fact, text);
        };
        value.ifPresentOrElse(found -> known.put(fact.name(), found), () -> wrong.add(Violation.at(fact.name(), "regulation.bad-value", text, fact.label().zh(), allowed(fact))));
    }

    private static Optional<Object> number(FactDeclaration fact, String text) {
        try {
            var number = new BigDecimal(text);
            boolean listed = fact.words().isEmpty() || fact.words().stream().anyMatch(word -> new BigDecimal(word).compareTo(number) == 0);
            boolean inRange = (fact.min() == null || number.compareTo(fact.min()) >= 0) && (fact.max() == null || number.compareTo(fact.max()) <= 0);
            return listed && inRange && number.precision() <= 18 ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String allowed(FactDeclaration fact) {
        return switch (fact.type()) {
            case WORD -> String.join("、", fact.words());
            case YES_NO -> "true、false";
            case NUMBER -> fact.words().isEmpty() ? fact.min() + " – " + fact.max() : String.join("、", fact.words());
        };
    }

    private static Facts derive(Pack pack, Facts given) {
        var facts = pack.withDefaults(given);
        for (var table : Stream.concat(DERIVING.stream(), pack.derives().stream()).filter(pack.tables()::containsKey).toList()) {
            if (table.equals("key-account") && !facts.has("voltageKv") && pack.tables().containsKey("voltage")) {
                var voltage = pack.all("voltage", facts).stream().map(row -> row.gives().get("voltageKv")).filter(BigDecimal.class::isInstance).findFirst();
                facts = voltage.isPresent() ? facts.with("voltageKv", voltage.get()) : facts;
            }
            var row = pack.one(table, facts);
            if (row.isPresent()) {
                facts = facts.with(row.get().gives()).with(given.values());
            }
        }
        return facts;
    }

    private static Evaluation evaluate(Pack pack, Facts facts) {
        var tables = new TreeMap<String, List<DecisionTable.Row>>();
        pack.tables().keySet().forEach(table -> tables.put(table, pack.all(table, facts)));
        var approvals = pack.approvals().stream().map(ApprovalRow::subject).distinct().sorted()
                .flatMap(subject -> pack.approvalFor(subject, facts).stream()).toList();
        var fees = pack.fees().stream().filter(item -> item.status() == FeeItem.Status.CHARGEABLE && item.applies().match(facts)).toList();
        return new Evaluation(facts.values(), pack.procedureFor(facts).map(Procedure::key).orElse(null), pack.limitsFor(facts), pack.checklistFor(facts),
                approvals, fees, tables);
    }
}
