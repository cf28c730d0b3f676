package org.yekuo.stage.acceptance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yekuo.casework.Effects;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.casework.Outcome;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.HeldPaper;
import org.yekuo.stage.AnhuiPack;
import org.yekuo.stage.acceptance.Acceptance;
import org.yekuo.stage.acceptance.Paper;
import org.yekuo.stage.acceptance.ReportElements;
import org.yekuo.stage.acceptance.Strangers;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

class AcceptanceWorkTest {

    private static final LocalDate DAY = FakeCaseView.DAY;
    private static final String[] WORKS_PAPERS = {
        "APP_REPORT", "PROPERTY_CERT", "EQUIP_LIST", "BUSINESS_LICENSE", "LEGAL_ID", "SITE_PLAN", "PROJECT_APPROVAL", "SITE_OPINION"};

    private final AcceptanceWork work = new AcceptanceWork(noFaultWithFiles(), Strangers.papers());

    @Test
    void a_resident_with_a_deed_and_an_identity_card_is_accepted() {
        var result = handsIn(DAY, "PROPERTY_CERT", "OWNER_ID");
        assertThat(work.check(resident(), result)).isEmpty();
        var effects = work.apply(resident(), result);
        assertThat(effects.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(effects.letters()).extracting(letter -> letter.kind()).containsExactly("APPLICATION_FORM");
        assertThat(effects.effectiveOn()).isNull();
        assertThat(effects.receipt().get("papers")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST).hasSize(2);
    }

    @Test
    void a_valid_paper_on_the_customers_file_is_not_asked_for_again_and_its_case_is_named() {
        var earlier = CaseNo.of(new UnitCode("3401"), 88_001);
        var card = new HeldPaper(earlier, new CaseDocument(2, new DocumentInput("OWNER_ID", "3401", DAY.plusYears(3), true, 1, null), DAY.minusYears(1), "王柜员", null, null, null));
        var knowing = new AcceptanceWork(noFaultWithFiles(), Strangers.holding(List.of(card)));
        assertThat(work.apply(resident(), handsIn(DAY, "PROPERTY_CERT")).outcome()).as("a stranger").isInstanceOf(Outcome.Again.class);
        var effects = knowing.apply(resident(), handsIn(DAY, "PROPERTY_CERT"));
        assertThat(effects.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(effects.receipt().get("papers").toString()).contains("OWNER_ID").contains(earlier.value());
        assertThat(knowing.apply(resident(), handsIn(DAY, "PROPERTY_CERT", "PASSPORT")).receipt().get("papers").toString()).as("she brought another").doesNotContain(earlier.value());
    }

    @Test
    void one_paper_of_several_alternatives_is_enough() {
        assertThat(work.apply(resident(), handsIn(DAY, "PURCHASE_CONTRACT", "PASSPORT")).outcome()).isEqualTo(new Outcome.Passed());
    }

    @Test
    void one_notice_names_everything_that_is_missing() {
        var effects = work.apply(works(), handsIn(DAY, "APP_REPORT"));
        assertThat(effects.outcome()).isInstanceOf(Outcome.Again.class);
        assertThat(effects.letters()).hasSize(1);
        assertThat(codes(effects)).contains("PROPERTY", "EQUIP_LIST", "LICENSE_OR_ORG", "LEGAL_ID", "SITE_PLAN").doesNotContain("APP_REPORT");
    }

    @Test
    void papers_due_later_are_not_asked_for_at_acceptance() {
        assertThat(work.apply(works(), handsIn(DAY, WORKS_PAPERS)).outcome()).isEqualTo(new Outcome.Passed());
    }

    @Test
    void what_the_report_leaves_out_is_in_the_same_notice_and_may_follow() {
        var silent = works();
        var application = silent.application();
        silent.withApplication(new org.yekuo.casework.Application(application.hall(), application.business(), application.channel(),
                application.applicantKind(), application.customerName(), application.address(), null,
                new org.yekuo.casework.Application.Project(null, "INDUSTRIAL", null, "齿轮"), application.load(), application.requiredBy(), false));
        var first = handsIn(DAY, WORKS_PAPERS);
        assertThat(codes(work.apply(silent, first))).containsExactlyInAnyOrder("projectName", "industry");

        silent.withEarlierRound(first).withToday(DAY.plusDays(1));
        var second = new Acceptance(DAY.plusDays(1), List.of(), null, true, new ReportElements("车间", "机械", null, null, null), null);
        assertThat(work.apply(silent, second).outcome()).isEqualTo(new Outcome.Passed());
    }

    @Test
    void an_agent_must_show_her_authority() {
        var view = resident().withFact("agent", true);
        assertThat(codes(work.apply(view, handsIn(DAY, "PROPERTY_CERT", "OWNER_ID")))).containsExactlyInAnyOrder("AUTH", "AGENT_ID");
    }

    @Test
    void an_expired_licence_is_refused_at_its_place() {
        var view = works().withFact("specialTrade", true);
        var expired = new Paper("SPECIAL_PERMIT", null, DAY.minusDays(1), true, null, null);
        var result = new Acceptance(DAY, List.of(paper("APP_REPORT"), expired), null, true, null, null);
        assertThat(work.check(view, result)).extracting(Violation::rule, Violation::field)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("document.expired", "documents[1].validUntil"));
    }

    @Test
    void papers_of_earlier_rounds_count() {
        var view = resident().withEarlierRound(handsIn(DAY, "PROPERTY_CERT")).withToday(DAY.plusDays(3));
        var effects = work.apply(view, handsIn(DAY.plusDays(3), "OWNER_ID"));
        assertThat(effects.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(effects.effectiveOn()).isNull();
    }

    @Test
    void a_second_notice_with_a_new_demand_needs_a_reason() {
        var view = resident().withEarlierRound(handsIn(DAY, "PROPERTY_CERT")).withToday(DAY.plusDays(3));
        assertThat(work.check(view, objects(DAY.plusDays(3), null))).extracting(Violation::rule)
                .containsExactly("acceptance.second-notice-without-reason");
        assertThat(work.check(view, objects(DAY.plusDays(3), "房产证地址与用电地址不符，初审未发现"))).isEmpty();
    }

    @Test
    void a_second_notice_that_only_repeats_the_first_needs_none() {
        var view = resident().withEarlierRound(handsIn(DAY)).withToday(DAY.plusDays(3));
        var result = handsIn(DAY.plusDays(3), "PROPERTY_CERT");
        assertThat(work.check(view, result)).isEmpty();
        assertThat(codes(work.apply(view, result))).containsExactly("IDENTITY");
    }

    @Test
    void after_a_late_demand_acceptance_counts_from_the_day_the_first_notice_was_satisfied() {
        var view = resident()
                .withEarlierRound(handsIn(DAY, "PROPERTY_CERT"))
                .withEarlierRound(objects(DAY.plusDays(3), "初审未发现"))
                .withToday(DAY.plusDays(9));
        var effects = work.apply(view, handsIn(DAY.plusDays(9), "PROPERTY_CERT"));
        assertThat(effects.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(effects.effectiveOn()).isEqualTo(DAY.plusDays(3));
    }

    @Test
    void a_paper_no_pack_knows_is_a_slip_and_one_nobody_needs_is_kept() {
        assertThat(work.check(resident(), handsIn(DAY, "PROPERTY_CERT", "OWNER_ID", "LOVE_LETTER"))).extracting(Violation::field)
                .containsExactly("documents[2].type");
        assertThat(work.check(resident(), handsIn(DAY, "PROPERTY_CERT", "OWNER_ID", "SITE_PLAN"))).isEmpty();
    }

    @Test
    void without_the_guide_nothing_is_accepted() {
        var result = new Acceptance(DAY, List.of(paper("PROPERTY_CERT"), paper("OWNER_ID")), null, false, null, null);
        assertThat(work.check(resident(), result)).extracting(Violation::rule).containsExactly("acceptance.guide-not-handed-over");
    }

    /** The identity card comes, as the first notice asked; the deed of the first round turns out to be for another place. */
    private static Acceptance objects(LocalDate day, @Nullable String reason) {
        return new Acceptance(day, List.of(paper("OWNER_ID")), List.of(new Acceptance.Unusable("PROPERTY_CERT", "地址不符")), true, null, reason);
    }

    private static Acceptance handsIn(LocalDate day, String... papers) {
        return new Acceptance(day, Arrays.stream(papers).map(AcceptanceWorkTest::paper).toList(), null, true, null, null);
    }

    private static Paper paper(String type) {
        return new Paper(type, null, null, true, null, null);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> codes(Effects effects) {
        return ((List<Map<String, Object>>) effects.letters().getFirst().content().get("items")).stream().map(item -> item.get("code")).toList();
    }

    private static FakeCaseView resident() {
        return FakeCaseView.under(AnhuiPack.PACK, Map.of("class", "LV_RES", "business", "NEW_INSTALL", "nature", "RESIDENTIAL"));
    }

    private static FakeCaseView works() {
        return FakeCaseView.under(AnhuiPack.PACK, Map.of("class", "HV", "business", "NEW_INSTALL", "nature", "INDUSTRIAL"))
                .withApplication(FakeCaseView.works("630", 1, "NONE"));
    }

    /** Only asked about scans here, and there are none. */
    private static CasePapers noFaultWithFiles() {
        return (CasePapers) Proxy.newProxyInstance(CasePapers.class.getClassLoader(), new Class<?>[] {CasePapers.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("check")) {
                return List.of();
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }
}
