package org.yekuo.stage.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.YekuoIT;
import org.yekuo.calendar.MovableClock;
import org.yekuo.appointment.Slot;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.StageWork;
import org.yekuo.casework.StageWorks;
import org.yekuo.customer.Accounts;
import org.yekuo.document.CasePapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.LetterOrder;
import org.yekuo.document.ReceiptOrder;
import org.yekuo.document.Wording;
import org.yekuo.document.ServiceManner;
import org.yekuo.stage.Samples;
import org.yekuo.stage.archive.ArchiveFiles;
import org.yekuo.stage.archive.Archived;
import org.yekuo.stage.billing.BillingCards;
import org.yekuo.stage.billing.BillingSetUp;
import org.yekuo.stage.billing.ReadingCycle;
import org.yekuo.stage.contract.SupplyContracts;
import org.yekuo.stage.energisation.Energisations;
import org.yekuo.stage.energisation.Energised;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** A resident's last stages against the tables: signed, metered, energised, set up for billing, filed. */
@YekuoIT
@Transactional
class ResidentToArchiveIT {

    private static final LocalDate DAY = LocalDate.of(2008, 6, 18);
    private static final UnitCode UNIT = new UnitCode("3402");

    private final CaseNo caseNo = CaseNo.of(UNIT, 730_001);
    private final FakeCaseView view = Samples.resident().withCaseNo(caseNo).withToday(DAY).withAcceptedOn(DAY.minusDays(10));

    @Autowired StageWorks works;
    @Autowired SupplyContracts contracts;
    @Autowired Energisations energisations;
    @Autowired BillingCards cards;
    @Autowired Accounts accounts;
    @Autowired CasePapers papers;
    @Autowired ArchiveFiles files;
    @Autowired JdbcClient jdbc;
    @Autowired MovableClock clock;

    @BeforeEach
    void a_customer_at_a_place() {
        clock.moveTo(DAY.atTime(10, 0).atZone(clock.zone()).toInstant());
        jdbc.sql("""
                insert into customer (unit, customer_id, name, id_type, id_last4, phone_last4, tokens, registered_at, registered_by)
                values ('3402', 1, '王某', 'ID_CARD', '0000', '0000', '{}', now(), 'S001') on conflict do nothing""").update();
        jdbc.sql("insert into premises (unit, premises_id, address, standard, tokens) values ('3402', 1, '长江中路1号', '长江中路1号', '{}') on conflict do nothing").update();
    }

    @Test
    void the_account_opens_with_energising_and_everything_stands_in_the_tables() {
        untilBilled();
        assertThat(contracts.of(UNIT, caseNo)).singleElement().satisfies(contract -> assertThat(contract.endsOn()).isEqualTo(LocalDate.of(2013, 6, 17)));
        var energised = energisations.of(UNIT, caseNo).getFirst();
        assertThat(accounts.find(energised.consumerNo())).hasValueSatisfying(account -> {
            assertThat(account.capacityKva()).isEqualByComparingTo("8.89");
            assertThat(account.tariff()).isEqualTo("居民生活用电");
            assertThat(account.openedOn()).isEqualTo(DAY);
        });
        assertThat(cards.inBook(UNIT, "HF-0101")).singleElement().satisfies(card -> {
            assertThat(card.consumerNo()).isEqualTo(energised.consumerNo());
            assertThat(card.meters()).containsExactly(new BillingCards.Meter("AR-M1", "1", new BigDecimal("1.0000"), new BigDecimal("1.00")));
        });
    }

    @Test
    void a_later_reading_day_than_one_cycle_and_another_day_than_the_books_are_refused() {
        untilBilled();
        assertThat(rules("billing", new BillingSetUp("HF-0101", 8, 15, ReadingCycle.MONTHLY, LocalDate.of(2008, 7, 15), null, null)))
                .containsExactly("billing.book-reads-otherwise");
        assertThat(rules("billing", new BillingSetUp("HF-0102", 1, 10, ReadingCycle.MONTHLY, LocalDate.of(2008, 8, 10), null, null)))
                .containsExactly("billing.first-reading-late");
        assertThat(rules("billing", new BillingSetUp("HF-0102", 1, 10, ReadingCycle.ODD_MONTHS, LocalDate.of(2008, 8, 10), null, null)))
                .containsExactly("billing.first-reading-off-day");
        assertThat(rules("billing", new BillingSetUp("HF-0102", 1, 10, ReadingCycle.EVEN_MONTHS, LocalDate.of(2008, 8, 10), null, null))).isEmpty();
    }

    @Test
    void what_is_missing_for_the_archive_is_named_all_at_once() {
        act("contract", Samples.residentContract(DAY));
        var receipt = papers.issue(new ReceiptOrder(caseNo, new Wording("anhui-2008", UNIT, false), "PLAN_REPLY", "plan-reply", 0, 1, DAY, view.actor(), Map.of()));
        var missing = rules("archive", new Archived("A-01", 1, List.of("PLAN_REPLY"), null));
        assertThat(missing).contains("archive.stage-open", "archive.energised-capacity", "archive.receipt-not-served", "archive.document-missing",
                "archive.original-missing");
        assertThat(missing).filteredOn("archive.stage-open"::equals).hasSize((int) view.procedure().stages().stream()
                .filter(stage -> !stage.key().equals("archive") && !view.settled(stage.key())).count());
        papers.serve(UNIT, caseNo, receipt.rno(), ServiceManner.COUNTER, DAY, view.actor());
        assertThat(rules("archive", new Archived("A-01", 1, List.of("PLAN_REPLY"), null))).doesNotContain("archive.receipt-not-served");
    }

    @Test
    void a_whole_case_is_filed_with_the_index_of_its_papers() {
        untilBilled();
        view.procedure().stages().forEach(stage -> view.withSettled(stage.key()));
        view.pack().checklistFor(view.facts()).forEach(row ->
                papers.addDocuments(UNIT, caseNo, List.of(new DocumentInput(row.code(), null, null, true, 1, null)), DAY, view.actor()));
        papers.issue(new LetterOrder(caseNo, new Wording("anhui-2008", UNIT, false), "PLAN_REPLY", DAY, view.actor(), Map.of()));
        act("archive", new Archived("A-01-02", 1, List.of("PLAN_REPLY", "SUPPLY_CONTRACT"), null));
        assertThat(files.find(UNIT, caseNo)).hasValueSatisfying(file -> {
            assertThat(file.shelf()).isEqualTo("A-01-02");
            assertThat(file.contents()).isEqualTo(files.contents(UNIT, caseNo)).anyMatch(entry -> entry.kind().equals("PLAN_REPLY"));
        });
    }

    @Test
    void a_contract_for_another_capacity_than_the_plan_is_found_out() {
        untilBilled();
        jdbc.sql("update supply_contract set capacity_kva = 16 where unit = '3402' and case_no = :no").param("no", caseNo.value()).update();
        assertThat(rules("archive", new Archived("A-01", 1, List.of("PLAN_REPLY", "SUPPLY_CONTRACT"), null))).contains("archive.contract-capacity");
    }

    @Test
    void transformer_loss_is_asked_for_where_high_voltage_is_metered_at_low_voltage_and_nowhere_else() {
        untilBilled();
        var loss = new BillingSetUp.TransformerLoss(new BigDecimal("0.97"), new BigDecimal("1.5"));
        var first = LocalDate.of(2008, 7, 10);
        var withLoss = new BillingSetUp("HF-0103", 1, 10, ReadingCycle.MONTHLY, first, null, loss);
        var without = new BillingSetUp("HF-0103", 1, 10, ReadingCycle.MONTHLY, first, null, null);
        assertThat(rules("billing", without)).isEmpty();
        assertThat(rules("billing", withLoss)).containsExactly("billing.transformer-loss-without-low-side-metering");
        var plan = Samples.residentPlan();
        var point = new PlanDraft.MeteringPoint("1", "变压器低压侧", PlanDraft.MeteringMode.HIGH_LOW, "IV", PlanDraft.Wiring.THREE_PHASE_FOUR_WIRE, "300/5", null);
        view.withResult("plan-draft", new PlanDraft(plan.capacityKva(), plan.voltageKv(), null, null, plan.circuits(), plan.receivingPoints(), List.of(point),
                plan.tariff(), null, null, null, null, null));
        assertThat(rules("billing", without)).containsExactly("billing.transformer-loss-missing");
        assertThat(rules("billing", withLoss)).isEmpty();
    }

    @Test
    void a_metering_point_without_a_meter_is_found_out() {
        untilBilled();
        var whole = new Archived("A-01", 1, List.of("PLAN_REPLY", "SUPPLY_CONTRACT"), null);
        assertThat(rules("archive", whole)).doesNotContain("archive.no-meter", "archive.no-seal", "archive.no-billing-card");
        jdbc.sql("update meter set removed_on = installed_on where unit = '3402' and case_no = :no").param("no", caseNo.value()).update();
        assertThat(rules("archive", whole)).contains("archive.no-meter");
    }

    @Test
    void an_unmet_condition_refuses_energising_and_not_the_news_that_it_was_not_today() {
        act("contract", Samples.residentContract(DAY));
        act("metering", Samples.residentMetering(DAY, "AR-M2", "AR-S2"));
        assertThat(rules("energisation", Samples.energised(DAY, null, "AR-M2"))).containsExactly("energisation.condition-unmet");
        var notToday = new Energised(Energised.Result.NOT_TODAY,
                new Energised.NotToday(Energised.Why.WEATHER,
                        Energised.Side.COMPANY, DAY.plusDays(1), Slot.MORNING, null), null, null);
        assertThat(rules("energisation", notToday)).isEmpty();
    }

    private void untilBilled() {
        act("contract", Samples.residentContract(DAY));
        view.withSkipped("fee", "grid-works");
        act("metering", Samples.residentMetering(DAY, "AR-M1", "AR-S1"));
        act("energisation", Samples.energised(DAY, null, "AR-M1"));
        act("billing", new BillingSetUp("HF-0101", 7, 10, ReadingCycle.MONTHLY, LocalDate.of(2008, 7, 10), null, null));
    }

    private <R extends StageResult> void act(String stage, R result) {
        StageWork<R> work = work(stage);
        assertThat(work.check(view, result)).isEmpty();
        work.apply(view, result);
        work.record(view, result);
        view.withResult(stage, result);
    }

    private <R extends StageResult> List<String> rules(String stage, R result) {
        StageWork<R> work = work(stage);
        return work.check(view, result).stream().map(Violation::rule).toList();
    }

    @SuppressWarnings("unchecked")
    private <R extends StageResult> StageWork<R> work(String stage) {
        return (StageWork<R>) works.work(stage).orElseThrow();
    }
}
