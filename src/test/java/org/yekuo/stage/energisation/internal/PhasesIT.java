package org.yekuo.stage.energisation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.YekuoIT;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.ConsumerAccount;
import org.yekuo.stage.Samples;
import org.yekuo.stage.energisation.Energisations;
import org.yekuo.stage.energisation.Energised;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** A project energised in two phases (分期送电): one account that grows. */
@YekuoIT
@Transactional
class PhasesIT {

    private static final UnitCode UNIT = new UnitCode("3402");
    private static final LocalDate FIRST = LocalDate.of(2008, 8, 8);
    private static final LocalDate SECOND = LocalDate.of(2008, 11, 10);

    private final CaseNo caseNo = CaseNo.of(UNIT, 740_001);
    private final FakeCaseView view = Samples.works().withCaseNo(caseNo).withResult("plan-draft", Samples.worksPlan(List.of(
            new PlanDraft.Phase("一期", new BigDecimal("315")), new PlanDraft.Phase("二期", new BigDecimal("315")))))
            .withSettled("completion-inspection", "contract", "contract-annex", "fee");

    @Autowired EnergisationWork work;
    @Autowired Energisations energisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void a_customer_at_a_place() {
        jdbc.sql("""
                insert into customer (unit, customer_id, name, id_type, id_last4, phone_last4, tokens, registered_at, registered_by)
                values ('3402', 1, '某机械厂', 'ID_CARD', '0000', '0000', '{}', now(), 'S001') on conflict do nothing""").update();
        jdbc.sql("insert into premises (unit, premises_id, address, standard, tokens) values ('3402', 1, '工业路8号', '工业路8号', '{}') on conflict do nothing").update();
    }

    @Test
    void the_first_phase_opens_the_account_and_the_second_makes_it_grow() {
        energise(1, FIRST, "PH1");
        assertThat(account().capacityKva()).isEqualByComparingTo("315");
        var opened = account().consumerNo();
        assertThat(brought()).as("what phase one brought; the rest is backlog").isEqualByComparingTo("315");

        energise(2, SECOND, "PH2");
        assertThat(account().consumerNo()).isEqualTo(opened);
        assertThat(account().capacityKva()).isEqualByComparingTo("630");
        assertThat(brought()).isEqualByComparingTo("630");
    }

    @Test
    void the_sheet_has_every_meters_reading_not_below_what_it_was_installed_with_and_the_hour_of_its_transformers() {
        view.withPhase(1).withToday(FIRST).withResult("metering", 1, Samples.worksMetering(FIRST, "PH3"));
        var bare = Samples.energised(FIRST, Samples.everythingDeclared(FIRST), "PH9-M1");
        assertThat(rules(bare)).containsExactlyInAnyOrder("energisation.meter-unknown", "energisation.reading-missing");
        var sheet = new Energised(Energised.Result.ENERGISED, null, new Energised.SwitchedOn(FIRST, LocalTime.NOON, null,
                List.of(new Energised.Reading("PH3-M1", BigDecimal.ZERO, null)), "周厂长"), Samples.everythingDeclared(FIRST));
        assertThat(rules(sheet)).containsExactlyInAnyOrder("energisation.reading-below-installed", "energisation.transformer-start-missing");
    }

    private void energise(int phase, LocalDate day, String prefix) {
        view.withPhase(phase).withToday(day).withResult("metering", phase, Samples.worksMetering(day, prefix));
        var result = Samples.energised(day, Samples.everythingDeclared(day), prefix + "-M1");
        assertThat(rules(result)).isEmpty();
        work.record(view, result);
    }

    private List<String> rules(Energised result) {
        return work.check(view, result).stream().map(Violation::rule).toList();
    }

    private BigDecimal brought() {
        return energisations.of(UNIT, caseNo).stream().map(Energisations.Energisation::capacityKva).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ConsumerAccount account() {
        return accounts.find(energisations.of(UNIT, caseNo).getFirst().consumerNo()).orElseThrow();
    }
}
