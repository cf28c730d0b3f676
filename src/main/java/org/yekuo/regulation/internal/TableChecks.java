package org.yekuo.regulation.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yekuo.regulation.ApprovalRow;
import org.yekuo.regulation.Assessment;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.regulation.Conduct;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.FeeItem;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PartDefinition;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.Facts;

/** Whether tables, approvals, checklists, separations and fees have neither gaps nor overlaps and name only what exists. */
final class TableChecks {

    /** The tables the program looks things up in; every pack has them. */
    private static final List<String> NEEDED = List.of("class", "voltage", "key-account", "handling", "meter-class", "metering-mode",
            "tariff-scheme", "power-factor", "contract", "reply-validity", "energising-conditions", "inspection-items", "inspection-licences",
            "need-change", "transfer", "warnings", "hold-review");

    /** How cases are conducted; {@link Conduct} reads them. */
    private static final List<String> CONDUCT = List.of("need-change", "transfer", "warnings", "hold-review");

    /** What is approved by an act on the case and not by a stage. */
    private static final List<String> ACTS_APPROVED = List.of("GREEN_CHANNEL");

    private final ParsedPack parsed;
    private final Combinations combinations;
    private final Faults faults;

    TableChecks(ParsedPack parsed, Combinations combinations, Faults faults) {
        this.parsed = parsed;
        this.combinations = combinations;
        this.faults = faults;
    }

    void check() {
        parsed.pack().tables().values().forEach(this::table);
        rowsOfOneThing();
        parsed.pack().fees().forEach(this::fee);
        if (parsed.pack().kind() == Pack.Kind.COMPLETE) {
            Stream.concat(NEEDED.stream(), Assessment.TABLES.stream()).filter(name -> !parsed.pack().tables().containsKey(name)).forEach(name ->
                    faults.add("pack.yaml", "pack", "has no table " + name + "; the program looks it up."));
            conduct();
            assessment();
            derived();
            approvalsOfStages();
            papersOfStages();
            separations();
            new SpecialWays(parsed, faults).check();
        }
    }

    private void conduct() {
        if (parsed.pack().tables().keySet().containsAll(CONDUCT)) {
            new Conduct(parsed.pack(), parsed.pack().withDefaults(Facts.NONE)).faults().forEach(table ->
                    faults.add(Objects.requireNonNullElse(parsed.tableFiles().get(table), "tables"), table, "lacks a measure, or gives one that can't be read."));
        }
    }

    private void assessment() {
        var assessment = new Assessment(parsed.pack());
        if (assessment.isSaid()) {
            assessment.faults().forEach((table, sentences) -> sentences.forEach(sentence ->
                    faults.add(Objects.requireNonNullElse(parsed.tableFiles().get(table), "tables"), table, sentence)));
            var stages = parsed.pack().procedures().stream().flatMap(procedure -> procedure.stages().stream()).map(StageDefinition::key).collect(Collectors.toSet());
            assessment.answers().stream().filter(answer -> !stages.contains(answer.stage())).forEach(answer ->
                    faults.add(Objects.requireNonNullElse(parsed.tableFiles().get("assessment-answer"), "tables"), "assessment-answer", "names the stage " + answer.stage() + ", which no procedure has."));
        }
    }

    /** What a table says of a case at intake must be facts of the intake, and one answer. */
    private void derived() {
        for (var name : parsed.pack().derives()) {
            var table = parsed.pack().tables().get(name);
            if (table == null) {
                faults.add("pack.yaml", "derives", "names the table " + name + ", which the pack does not have.");
                continue;
            }
            if (table.hits() != DecisionTable.Hits.ONE) {
                faults.add("pack.yaml", "derives", "names the table " + name + ", of which not exactly one row applies.");
            }
            var intake = parsed.pack().facts().stream().filter(fact -> fact.setBy().equals(ProcedureChecks.INTAKE)).map(FactDeclaration::name).toList();
            table.rows().stream().flatMap(row -> row.gives().keySet().stream()).distinct().filter(fact -> !intake.contains(fact)).forEach(fact ->
                    faults.add("pack.yaml", "derives", "names the table " + name + ", which gives " + fact + "; that is no fact known at intake."));
        }
    }

    private void rowsOfOneThing() {
        var approvals = new Hits<>(combinations, faults, "approvals.yaml", ApprovalRow::applies, ApprovalRow::id);
        parsed.pack().approvals().stream().collect(Collectors.groupingBy(ApprovalRow::subject)).forEach((subject, rows) ->
                approvals.check("approval " + subject, rows, List.of(), false, true));
        var papers = new Hits<>(combinations, faults, "checklists.yaml", ChecklistRow::applies, ChecklistRow::id);
        parsed.pack().checklists().stream().collect(Collectors.groupingBy(row -> row.code() + " due by " + row.dueBy())).forEach((paper, rows) ->
                papers.check("the paper " + paper, rows, List.of(), false, true));
    }

    private void table(DecisionTable table) {
        var file = Objects.requireNonNullElse(parsed.tableFiles().get(table.name()), "tables");
        new Hits<>(combinations, faults, file, DecisionTable.Row::applies, row -> table.name() + "/" + row.id()).check(
                table.name(), table.rows(), List.of(), table.hits() != DecisionTable.Hits.ANY, table.hits() == DecisionTable.Hits.ONE);
        for (var row : table.rows()) {
            parsed.pack().facts().stream().filter(fact -> row.gives().containsKey(fact.name()))
                    .filter(fact -> !fits(fact, Objects.requireNonNull(row.gives().get(fact.name()))))
                    .forEach(fact -> faults.add(file, table.name() + "/" + row.id(),
                            "gives " + fact.name() + ": " + row.gives().get(fact.name()) + ", which the fact may not be."));
        }
    }

    private static boolean fits(FactDeclaration fact, Object value) {
        return switch (fact.type()) {
            case WORD -> fact.words().contains(value);
            case YES_NO -> value instanceof Boolean;
            case NUMBER -> value instanceof BigDecimal number && CriteriaReader.allowed(fact, number);
        };
    }

    private void approvalsOfStages() {
        var hits = new Hits<>(combinations, faults, "approvals.yaml", ApprovalRow::applies, ApprovalRow::id);
        for (var procedure : parsed.pack().procedures()) {
            procedure.stages().stream().flatMap(stage -> stage.parts().stream()).map(PartDefinition::approval).filter(Objects::nonNull).distinct()
                    .forEach(subject -> hits.check("approval " + subject + ", needed by " + procedure.key(),
                            parsed.pack().approvals().stream().filter(row -> row.subject().equals(subject)).toList(),
                            List.of(procedure.applies()), true, true));
        }
        var subjects = parsed.pack().procedures().stream().flatMap(procedure -> procedure.stages().stream())
                .flatMap(stage -> stage.parts().stream()).map(PartDefinition::approval).collect(Collectors.toSet());
        parsed.pack().approvals().stream().filter(row -> !subjects.contains(row.subject()) && !ACTS_APPROVED.contains(row.subject())).forEach(row ->
                faults.add("approvals.yaml", row.id(), "has the subject " + row.subject() + ", which no stage asks for."));
    }

    private void papersOfStages() {
        var stages = parsed.pack().procedures().stream().flatMap(procedure -> procedure.stages().stream()).map(StageDefinition::key)
                .collect(Collectors.toSet());
        parsed.pack().checklists().stream().filter(row -> !stages.contains(row.dueBy())).forEach(row ->
                faults.add("checklists.yaml", row.id(), "is due by " + row.dueBy() + ", which is no stage of any procedure."));
    }

    private void separations() {
        var duties = parsed.pack().procedures().stream().flatMap(procedure -> procedure.stages().stream())
                .flatMap(stage -> stage.parts().stream().map(part ->
                        part.kind() == PartDefinition.Kind.LEAD ? stage.key() : stage.key() + "." + part.key()))
                .collect(Collectors.toSet());
        for (var row : parsed.pack().separations()) {
            Stream.concat(row.first().stream(), row.second().stream()).filter(duty -> !duties.contains(duty)).forEach(duty ->
                    faults.add("separations.yaml", row.id(), "names the duty " + duty + ", which no procedure has."));
            if (row.first().isEmpty() || row.second().isEmpty()) {
                faults.add("separations.yaml", row.id(), "separates a duty from nothing; it has first and second.");
            }
        }
    }

    private void fee(FeeItem item) {
        if (item.status() == FeeItem.Status.FORBIDDEN && !item.rates().isEmpty()) {
            faults.add("fees.yaml", item.code(), "is forbidden and has rates.");
        }
        if (item.from() != null && item.until() != null && item.until().isBefore(item.from())) {
            faults.add("fees.yaml", item.code(), "ends before it begins.");
        }
        new Hits<FeeItem.Rate>(new Combinations(RowReader.CIRCUIT_FACTS.values(), List.of()), faults, "fees.yaml",
                FeeItem.Rate::applies, rate -> item.code() + " " + rate.perKva())
                .check("the rates of " + item.code(), item.rates(), List.of(), false, true);
    }
}
