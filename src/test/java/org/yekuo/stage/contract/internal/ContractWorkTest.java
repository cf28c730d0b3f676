package org.yekuo.stage.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.stage.Samples;
import org.yekuo.stage.contract.ContractSigned;
import org.yekuo.stage.contract.ContractSigned.Annex;
import org.yekuo.stage.contract.Signatory;
import org.yekuo.vocabulary.Violation;

class ContractWorkTest {

    private static final LocalDate DAY = LocalDate.of(2008, 9, 19);

    private final ContractWork work = new ContractWork(null);

    @Test
    void t27_a_high_voltage_contract_of_three_years_ends_on_the_eve_and_is_to_be_renewed_a_month_before() {
        var letter = work.apply(works(), worksContract(LocalDate.of(2008, 9, 20), null)).letters().getFirst();
        assertThat(letter.content()).containsEntry("startsOn", "2008-09-20").containsEntry("endsOn", "2011-09-19").containsEntry("capacityKva", new BigDecimal("630"));
        var message = work.apply(works(), worksContract(LocalDate.of(2008, 9, 20), null)).messages().getFirst();
        assertThat(message.payload()).containsEntry("remindOn", "2011-08-19");
    }

    @Test
    void a_residents_contract_runs_five_years_from_its_signing() {
        var view = Samples.resident().withToday(DAY);
        var contract = Samples.residentContract(DAY);
        assertThat(work.check(view, contract)).isEmpty();
        assertThat(work.apply(view, contract).letters().getFirst().content()).containsEntry("endsOn", "2013-09-18").containsEntry("type", "RESIDENT");
    }

    @Test
    void an_agreed_end_may_come_before_the_usual_term_and_never_after() {
        assertThat(rules(works(), worksContract(DAY, LocalDate.of(2011, 9, 18)))).isEmpty();
        assertThat(rules(works(), worksContract(DAY, LocalDate.of(2011, 9, 19)))).containsExactly("contract.ends-after-term");
        assertThat(rules(works(), worksContract(DAY, DAY.minusDays(1)))).containsExactly("contract.ends-before-start");
    }

    @Test
    void nobody_signs_before_our_draft_reached_the_customer() {
        var view = works().withPart(new CaseView.Part("draft", false, null, null, null, DAY.plusDays(1), "S1")).withToday(DAY.plusDays(3));
        assertThat(rules(view, worksContract(DAY, null))).containsExactly("contract.signed-before-draft");
        var later = new ContractSigned(DAY.plusDays(1), null, null, Samples.head("周厂长"), Samples.head("李强"), ContractSigned.Stamp.OFFICIAL_SEAL, annexes(), null);
        assertThat(rules(view, later)).isEmpty();
    }

    @Test
    void authority_must_be_written_and_large_enough() {
        var bare = new Signatory("刘代", Signatory.Capacity.AUTHORISED, null, new BigDecimal("629"));
        var contract = new ContractSigned(DAY, null, null, Samples.head("周厂长"), bare, ContractSigned.Stamp.CONTRACT_SEAL, annexes(), null);
        assertThat(rules(works(), contract)).containsExactlyInAnyOrder("contract.authority-missing", "contract.authority-exceeded");
    }

    @Test
    void an_organisation_stamps_and_signs_by_somebody() {
        var contract = new ContractSigned(DAY, null, null, Samples.self("周厂长"), Samples.head("李强"), null, annexes(), null);
        assertThat(rules(works(), contract)).containsExactlyInAnyOrder("contract.organisation-signs-itself", "contract.stamp-missing");
    }

    @Test
    void every_annex_the_rules_ask_for_is_there_and_own_generation_asks_for_more() {
        assertThat(work.check(works().withFact("ownGeneration", true), worksContract(DAY, null))).extracting(Violation::rule, found -> found.args().getFirst())
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("contract.annex-missing", "调度协议"),
                        org.assertj.core.groups.Tuple.tuple("contract.annex-missing", "自备电源协议"));
    }

    @Test
    void each_round_has_a_number_of_its_own() {
        var first = work.apply(works(), worksContract(DAY, null)).letters().getFirst().content().get("contractNo");
        var second = work.apply(works().withRound(2), worksContract(DAY, null)).letters().getFirst().content().get("contractNo");
        assertThat(first).isNotEqualTo(second);
    }

    private static FakeCaseView works() {
        return Samples.works().withPhase(0).withToday(DAY);
    }

    private static ContractSigned worksContract(LocalDate from, @Nullable LocalDate endsOn) {
        return new ContractSigned(DAY, from, endsOn, Samples.head("周厂长"), Samples.head("李强"), ContractSigned.Stamp.CONTRACT_SEAL, annexes(), null);
    }

    private static List<Annex> annexes() {
        return List.of(new Annex("DEMARCATION", null), new Annex("SETTLEMENT", null));
    }

    private List<String> rules(CaseView view, ContractSigned contract) {
        return work.check(view, contract).stream().map(Violation::rule).toList();
    }
}
