package org.yekuo.stage.archive.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.yekuo.casework.CaseView;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Evidence;
import org.yekuo.document.Receipt;
import org.yekuo.document.Requirement;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.stage.billing.BillingCards;
import org.yekuo.stage.contract.SupplyContracts;
import org.yekuo.stage.energisation.Energisations;
import org.yekuo.stage.household.Households;
import org.yekuo.stage.inspection.CompletionInspection;
import org.yekuo.stage.metering.Installations;
import org.yekuo.stage.metering.MeteringInstalled.Kind;
import org.yekuo.stage.plan.PlanDraft;
import org.yekuo.vocabulary.Violation;

/** What a case still lacks before it may be filed (归档校验). Everything is named at once. */
@Component
class Completeness {

    private static final String SELF = "archive";

    private final CasePapers papers;
    private final SupplyContracts contracts;
    private final Installations installations;
    private final Energisations energisations;
    private final BillingCards cards;
    private final Households households;

    Completeness(CasePapers papers, SupplyContracts contracts, Installations installations, Energisations energisations, BillingCards cards,
            Households households) {
        this.papers = papers;
        this.contracts = contracts;
        this.installations = installations;
        this.energisations = energisations;
        this.cards = cards;
        this.households = households;
    }

    List<Violation> missing(CaseView view) {
        var found = new ArrayList<Violation>();
        found.addAll(stages(view));
        found.addAll(households(view));
        found.addAll(capacities(view));
        found.addAll(phases(view));
        found.addAll(receipts(view));
        found.addAll(documents(view));
        return found;
    }

    private static List<Violation> stages(CaseView view) {
        return view.procedure().stages().stream().filter(stage -> !stage.key().equals(SELF) && !view.settled(stage.key()))
                .map(stage -> Violation.of("archive.stage-open", stage.name(), stage.department().text())).toList();
    }

    /** The households of a community are supplied before the community is filed. */
    private List<Violation> households(CaseView view) {
        return households.batchesOf(view.caseNo()).stream().filter(batch -> households.count(batch.caseNo()).pending() > 0)
                .map(batch -> Violation.of("archive.households-pending", batch.caseNo(), households.count(batch.caseNo()).pending())).toList();
    }

    /** 方案容量 = 合同容量 = 装接容量: contract and account to the plan's; the transformers found are at least what is supplied. */
    private List<Violation> capacities(CaseView view) {
        if (view.procedure().stage("plan-draft").isEmpty()) {
            return List.of();
        }
        var plan = view.result("plan-draft", PlanDraft.class);
        if (plan.isEmpty()) {
            return List.of(Violation.of("archive.no-plan"));
        }
        var found = new ArrayList<Violation>();
        var planned = plan.get().capacityKva();
        var contract = contracts.of(view.unit(), view.caseNo()).stream().filter(signed -> signed.phase() == 0).findFirst();
        if (contract.isEmpty()) {
            found.add(Violation.of("archive.no-contract"));
        } else if (contract.get().capacityKva().compareTo(planned) != 0) {
            found.add(Violation.of("archive.contract-capacity", plain(contract.get().capacityKva()), plain(planned)));
        }
        var energised = energisations.of(view.unit(), view.caseNo()).stream().map(Energisations.Energisation::capacityKva)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (energised.compareTo(planned) != 0) {
            found.add(Violation.of("archive.energised-capacity", plain(energised), plain(planned)));
        }
        var installed = view.results("completion-inspection", CompletionInspection.class).stream().map(CompletionInspection::found)
                .filter(java.util.Objects::nonNull).map(CompletionInspection.Found::installedKva).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (plan.get().transformersKva().signum() > 0 && installed.compareTo(plan.get().transformersKva()) != 0) {
            found.add(Violation.of("archive.installed-capacity", plain(installed), plain(plan.get().transformersKva())));
        }
        return found;
    }

    /** Every metering point has its meter, every meter was sealed, and every phase energised has its billing card. */
    private List<Violation> phases(CaseView view) {
        var found = new ArrayList<Violation>();
        var metered = new TreeSet<Integer>();
        var points = new TreeSet<String>();
        installations.of(view.unit(), view.caseNo()).stream().filter(device -> device.kind() == Kind.METER).forEach(device -> {
            metered.add(device.phase());
            points.add(device.point());
        });
        view.result("plan-draft", PlanDraft.class).map(PlanDraft::meteringPoints).orElse(List.of()).stream().map(PlanDraft.MeteringPoint::no)
                .filter(point -> !points.contains(point)).forEach(point -> found.add(Violation.of("archive.no-meter", point)));
        var sealed = new TreeSet<Integer>();
        installations.sealsOf(view.unit(), view.caseNo()).forEach(seal -> sealed.add(seal.phase()));
        metered.forEach(phase -> lacks(found, sealed, phase, "archive.no-seal"));
        var billed = new TreeSet<Integer>();
        cards.of(view.unit(), view.caseNo()).forEach(card -> billed.add(card.phase()));
        energisations.of(view.unit(), view.caseNo()).forEach(energised -> lacks(found, billed, energised.phase(), "archive.no-billing-card"));
        return found;
    }

    private static void lacks(List<Violation> found, Set<Integer> phases, int phase, String rule) {
        if (!phases.contains(phase)) {
            found.add(Violation.of(rule, phase));
        }
    }

    /** 细则 2.5: a receipt that never reached the customer was never given. */
    private List<Violation> receipts(CaseView view) {
        return papers.of(view.unit(), view.caseNo()).stream().filter(Receipt::isLive).filter(receipt -> !receipt.isServed() && !receipt.isAcknowledged())
                .map(receipt -> Violation.of("archive.receipt-not-served", receipt.rno(), name(view, receipt.stage()))).toList();
    }

    /** Papers due by acceptance or by a stage that was passed, those that were allowed to follow (容缺) among them. */
    private List<Violation> documents(CaseView view) {
        var accepted = view.acceptedOn() == null ? view.today() : view.acceptedOn();
        var required = view.pack().checklistFor(view.facts()).stream().filter(row -> due(view, row))
                .map(row -> new Requirement(row.code(), row.name(), row.group(), row.basis().clause())).toList();
        var onFile = papers.documentsOf(view.unit(), view.caseNo());
        var had = onFile.stream().filter(CaseDocument::isHers).map(CaseDocument::document).toList();
        return Evidence.judge(required, had, accepted, null).missing().stream()
                .map(missing -> missing.broughtBy(onFile).map(agent -> Violation.of("archive.document-unconfirmed", missing.name(), agent))
                        .orElseGet(() -> Violation.of("archive.document-missing", missing.name())).citing(missing.clause())).toList();
    }

    /** What a customer's request for a stage has to show was judged with the request; acceptance's papers are on file. */
    private static boolean due(CaseView view, ChecklistRow row) {
        return view.procedure().stage(row.dueBy()).filter(stage -> !stage.onRequest() && !view.skipped(stage.key())).isPresent();
    }

    private static String name(CaseView view, String stage) {
        return view.procedure().stage(stage).map(definition -> definition.name().zh()).orElse(stage);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
