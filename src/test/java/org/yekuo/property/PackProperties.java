package org.yekuo.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.yekuo.regulation.ApprovalRow;
import org.yekuo.regulation.Evaluation;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackReader;
import org.yekuo.regulation.Standard;
import org.yekuo.vocabulary.Answer;

/** Whatever the facts within the declared ranges, a pack answers exactly one class, approver and limit, and at least one voltage. */
class PackProperties {

    private static final Pack PACK = PackReader.read(Path.of("src/main/resources/regulations/anhui-2008"));

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
    void every_combination_gets_one_class_one_approver_one_limit_and_a_voltage(@ForAll("facts") Map<String, String> facts) {
        if (!(Evaluation.of(PACK, facts) instanceof Answer.Done<Evaluation>(Evaluation evaluation))) {
            throw new AssertionError(Evaluation.of(PACK, facts));
        }
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
}
