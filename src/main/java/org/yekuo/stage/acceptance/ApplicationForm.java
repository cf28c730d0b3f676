package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.Application;
import org.yekuo.customer.IdType;
import org.yekuo.customer.Party;
import org.yekuo.form.Asked;

/**
 * An application as it is handed in (用电申请): at the counter, by phone, online or by fax.
 *
 * @param hall        the hall or desk that takes it
 * @param unit        the city or county company the premises belong to; the hall's own when not said
 * @param requiredBy  the day from which supply is wanted
 * @param happenedOn  the day it was handed in, when that was not today
 * @param lateBecause why it is entered late
 * @param guideHandedOver whether the customer got the guide (供电业务报装指南); when not said, it goes out with the answer
 * @param temporary  for a supply for a time (临时用电)
 * @param account    the account (户号) whose capacity is increased (增容); the capacity applied for is then that after the increase
 */
public record ApplicationForm(
        @Asked(usedBy = {"room:casework", "letter:ACCEPTANCE_RECEIPT"}, maxLength = 60) String hall,
        @Asked(usedBy = "room:casework", pattern = "\\d{4}|\\d{6}") @Nullable String unit,
        @Asked(usedBy = "rule:acceptance.procedure", fact = "business", maxLength = 40) String business,
        @Asked(usedBy = {"room:casework", "room:supervision"}) Application.Channel channel,
        @Asked(usedBy = "rule:acceptance.organisation-with-personal-id") ApplicantKind applicantKind,
        @Asked(usedBy = {"room:customer", "letter:PLAN_REPLY"}) Applicant applicant,
        @Asked(usedBy = {"room:customer", "stage:survey"}) Place premises,
        @Asked(usedBy = {"rule:acceptance.class", "stage:plan-draft"}) Project project,
        @Asked(usedBy = {"rule:acceptance.class", "stage:plan-draft"}) Load load,
        @Asked(usedBy = {"rule:acceptance.element-missing", "stage:plan-draft"}) @Nullable LocalDate requiredBy,
        @Asked(usedBy = "stage:acceptance") @Nullable List<Paper> documents,
        @Asked(usedBy = "room:casework") @Nullable LocalDate happenedOn,
        @Asked(usedBy = "room:supervision", maxLength = 300) @Nullable String lateBecause,
        @Asked(usedBy = "rule:acceptance.guide-not-handed-over") @Nullable Boolean guideHandedOver,
        @Asked(usedBy = "rule:acceptance.temporary-missing", when = "business=TEMPORARY") @Nullable Temporary temporary,
        @Asked(usedBy = {"rule:acceptance.account-missing", "stage:energisation"}, maxLength = 20, when = "business=CAPACITY_INCREASE") @Nullable String account) {

    /**
     * A supply for a time (临时用电, 供电营业规则(1996) 第十二条).
     *
     * @param purpose     what it is for
     * @param until       its last day
     * @param permittedBy the paper by which a longer term than usual was permitted
     * @param metered     false for a supply without a meter (无表临时用电); metered when not said
     */
    public record Temporary(
            @Asked(usedBy = {"rule:acceptance.temporary-missing", "letter:SUPPLY_CONTRACT"}, maxLength = 200) String purpose,
            @Asked(usedBy = {"rule:acceptance.temporary-too-long", "stage:contract", "room:temporary"}) LocalDate until,
            @Asked(usedBy = "rule:acceptance.temporary-too-long", maxLength = 200) @Nullable String permittedBy,
            @Asked(usedBy = "rule:acceptance.temporary-unmetered") @Nullable Boolean metered) {}

    public enum ApplicantKind { PERSON, ORGANISATION }

    /** 申请人. Her numbers go to the customer room and nowhere else. */
    public record Applicant(
            @Asked(usedBy = {"room:customer", "letter:PLAN_REPLY"}, maxLength = 100) String name,
            @Asked(usedBy = "room:customer") IdType idType,
            @Asked(usedBy = "room:customer", maxLength = 40) String idNumber,
            @Asked(usedBy = "room:customer", maxLength = 60, when = "applicantKind=ORGANISATION") @Nullable String contact,
            @Asked(usedBy = {"room:customer", "room:notification"}, maxLength = 30) String phone,
            @Asked(usedBy = "room:customer", fact = "agent") @Nullable Agent agent) {}

    /** 受托人. */
    public record Agent(
            @Asked(usedBy = "room:customer", maxLength = 60) String name,
            @Asked(usedBy = "room:customer", maxLength = 40) String idNumber,
            @Asked(usedBy = "room:customer", maxLength = 30) String phone,
            @Asked(usedBy = "rule:customer.agent-authority") @Nullable LocalDate authorisedUntil) {}

    /** 用电地点: the address, and its administrative code or area of supply (台区). */
    public record Place(
            @Asked(usedBy = {"room:customer", "stage:survey"}, maxLength = 200) String address,
            @Asked(usedBy = "room:casework", maxLength = 40) @Nullable String area) {}

    /**
     * 工程项目.
     *
     * @param community        whether a residential community is applied for as a whole (住宅小区)
     * @param specialTrade     whether the trade needs a licence of the government, as mining does (特种行业)
     * @param supplyManagement how supply is managed once a community is built
     */
    public record Project(
            @Asked(usedBy = {"rule:acceptance.element-missing", "letter:PLAN_REPLY"}, maxLength = 100, when = "applicantKind=ORGANISATION") @Nullable String name,
            @Asked(usedBy = {"rule:acceptance.class", "stage:plan-draft"}, fact = "nature", maxLength = 40) String nature,
            @Asked(usedBy = {"rule:acceptance.element-missing", "stage:plan-draft"}, maxLength = 100,
                    when = {"project.nature!=RESIDENTIAL", "applicantKind=ORGANISATION"}) @Nullable String industry,
            @Asked(usedBy = {"rule:acceptance.element-missing", "stage:plan-draft"}, maxLength = 200,
                    when = {"project.nature!=RESIDENTIAL", "applicantKind=ORGANISATION"}) @Nullable String products,
            @Asked(usedBy = "rule:acceptance.class", fact = "community", when = "applicantKind=ORGANISATION") @Nullable Boolean community,
            @Asked(usedBy = "rule:acceptance.checklist", fact = "specialTrade",
                    when = {"project.nature!=RESIDENTIAL", "applicantKind=ORGANISATION"}) @Nullable Boolean specialTrade,
            @Asked(usedBy = {"rule:acceptance.element-missing", "stage:plan-draft"}, maxLength = 200,
                    when = "project.community=true") @Nullable String supplyManagement) {}

    /**
     * 用电容量: kVA of transformers or kW of equipment, one of the two at least.
     *
     * @param phase       SINGLE or THREE
     * @param voltageWish kV
     * @param sources     one when not said
     * @param circuits    as many as sources when not said
     * @param importance  重要客户等级; NONE when not said
     * @param community   what a residential community consists of; its load is reckoned from it where no capacity is stated
     * @param specialLoad whether it is of the kind that disturbs the grid: impact, harmonics, unbalance (特殊负荷)
     */
    public record Load(
            @Asked(usedBy = "rule:acceptance.class", fact = "capacityKva", max = "1000000") @Nullable BigDecimal capacityKva,
            @Asked(usedBy = "rule:acceptance.class", fact = "demandKw", max = "1000000") @Nullable BigDecimal demandKw,
            @Asked(usedBy = "rule:acceptance.class", fact = "phaseKind", maxLength = 10) String phase,
            @Asked(usedBy = {"rule:acceptance.voltage-wish", "stage:plan-draft"},
                    when = {"project.nature!=RESIDENTIAL", "applicantKind=ORGANISATION"}) @Nullable BigDecimal voltageWish,
            @Asked(usedBy = "rule:acceptance.sources", fact = "sources", min = "1", max = "9",
                    when = {"project.nature!=RESIDENTIAL", "applicantKind=ORGANISATION"}) @Nullable Integer sources,
            @Asked(usedBy = "rule:acceptance.sources", fact = "circuits", min = "1", max = "9",
                    when = {"project.nature!=RESIDENTIAL", "applicantKind=ORGANISATION"}) @Nullable Integer circuits,
            @Asked(usedBy = "rule:plan.sources-too-few", fact = "importance", maxLength = 20,
                    when = {"project.nature!=RESIDENTIAL", "applicantKind=ORGANISATION"}) @Nullable String importance,
            @Asked(usedBy = "rule:acceptance.checklist", fact = "specialLoad",
                    when = {"project.nature!=RESIDENTIAL", "applicantKind=ORGANISATION"}) @Nullable Boolean specialLoad,
            @Asked(usedBy = "rule:acceptance.class", when = "project.community=true") CommunityLoad.@Nullable Stated community) {}

    public List<Paper> documentsOrNone() {
        return documents == null ? List.of() : documents;
    }

    /** The applicant as the customer room knows people. */
    public Party party() {
        var agent = applicant.agent();
        return new Party(applicant.name(), applicant.idType(), applicant.idNumber(), applicant.contact(), applicant.phone(),
                agent == null ? null : new Party.Agent(agent.name(), agent.idNumber(), agent.phone(), agent.authorisedUntil()));
    }
}
