package org.yekuo.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yekuo.regulation.ApprovalRow;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.Evaluation;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackReader;
import org.yekuo.regulation.Standard;
import org.yekuo.vocabulary.Answer;

/** Whatever the facts within the declared ranges, a pack answers exactly one class, approver and limit, and at least one voltage. */
class PackProperties {

    private static final List<Pack> PACKS = packs();

    private static List<Pack> packs() {
        try (var folders = Files.list(Path.of("src/main/resources/regulations"))) {
            return folders.filter(Files::isDirectory).sorted().map(PackReader::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<Pack> complete() {
        return Arbitraries.of(PACKS.stream().filter(pack -> pack.kind() == Pack.Kind.COMPLETE).toList());
    }

    @Provide
    Arbitrary<Pack> any() {
        return Arbitraries.of(PACKS);
    }

    @Provide
    Arbitrary<Map<String, String>> facts() {
        var natures = Arbitraries.of("RESIDENTIAL", "INDUSTRIAL", "COMMERCIAL", "AGRICULTURAL", "NON_INDUSTRIAL");
        var phases = Arbitraries.of("SINGLE", "THREE");
        var bases = Arbitraries.of("KW", "KVA");
        var kva = Arbitraries.bigDecimals().between(new BigDecimal("0.2"), BigDecimal.valueOf(200_000)).ofScale(2);
        var sources = Arbitraries.of("1", "2", "3");
        var importance = Arbitraries.of("NONE", "SPECIAL", "FIRST", "SECOND", "TEMPORARY");
        var area = Arbitraries.of("COUNTY", "CITY");
        return Combinators.combine(natures, phases, bases, kva, sources, importance, area).as((nature, phase, basis, capacity, source, important, where) ->
                new TreeMap<>(Map.of("business", "NEW_INSTALL", "nature", nature, "phaseKind", phase, "loadBasis", basis, "capacityKva", capacity.toPlainString(),
                        "demandKw", capacity.multiply(new BigDecimal("0.9")).toPlainString(), "sources", source, "importance", important, "area", where)));
    }

    @Property
    void every_combination_gets_one_class_one_approver_one_limit_and_a_voltage(@ForAll("complete") Pack pack, @ForAll("facts") Map<String, String> facts) {
        var evaluation = evaluate(pack, facts);
        assertThat(evaluation.tables().get("class")).as("class").hasSize(1);
        assertThat(evaluation.tables().get("voltage")).as("voltage").isNotEmpty();
        assertThat(evaluation.tables().get("handling")).as("handling").hasSize(1);
        assertThat(evaluation.approvals().stream().map(ApprovalRow::subject).distinct().count()).isEqualTo(evaluation.approvals().size());
        assertThat(evaluation.approvals()).extracting(ApprovalRow::subject).contains("PLAN");
        assertThat(evaluation.limits().stream().map(row -> row.limit() + "/" + row.standard()).distinct().count()).isEqualTo(evaluation.limits().size());
        assertThat(evaluation.limits()).extracting(LimitRow::limit).contains("PLAN_REPLY", "CONNECTION");
        assertThat(evaluation.limits()).filteredOn(row -> row.limit().equals("PLAN_REPLY")).extracting(LimitRow::standard)
                .containsExactlyInAnyOrder(Standard.COMMITTED, Standard.ASSESSED, Standard.STATUTORY);
    }

    @Property
    void no_pack_says_two_things_at_once_and_a_table_of_one_row_has_its_row(@ForAll("any") Pack pack, @ForAll("facts") Map<String, String> facts) {
        var evaluation = evaluate(pack, facts);
        assertThat(evaluation.limits()).extracting(row -> row.limit() + "/" + row.standard()).doesNotHaveDuplicates();
        assertThat(evaluation.checklist()).extracting(row -> row.code() + " due by " + row.dueBy()).doesNotHaveDuplicates();
        pack.tables().forEach((name, table) -> {
            if (table.hits() != DecisionTable.Hits.ANY && table.rows().stream().allMatch(row -> evaluation.facts().keySet().containsAll(row.applies().conditions().keySet()))) {
                assertThat(evaluation.tables().get(name)).as(pack.id() + " " + name).isNotEmpty();
                assertThat(evaluation.tables().get(name).size() == 1 || table.hits() == DecisionTable.Hits.SOME).as(pack.id() + " " + name).isTrue();
            }
        });
    }

    /** What a pack says of facts; one that does not declare a fact is not asked about it. */
    private static Evaluation evaluate(Pack pack, Map<String, String> facts) {
        var known = new TreeMap<>(facts);
        known.keySet().retainAll(pack.facts().stream().map(FactDeclaration::name).toList());
        return switch (Evaluation.of(pack, known)) {
            case Answer.Done<Evaluation>(var evaluation) -> evaluation;
            case Answer.Refused<Evaluation>(var refusal) -> throw new AssertionError(pack.id() + ": " + refusal);
        };
    }
}
