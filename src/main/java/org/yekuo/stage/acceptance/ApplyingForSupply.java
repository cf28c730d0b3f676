package org.yekuo.stage.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Acted;
import org.yekuo.casework.Application;
import org.yekuo.casework.NewCase;
import org.yekuo.casework.RegisteringCase;
import org.yekuo.casework.Said;
import org.yekuo.casework.Submission;
import org.yekuo.casework.SubmittingStage;
import org.yekuo.customer.Arrear;
import org.yekuo.customer.Arrears;
import org.yekuo.customer.CustomerRef;
import org.yekuo.customer.Customers;
import org.yekuo.customer.Premises;
import org.yekuo.customer.PremisesRef;
import org.yekuo.document.CasePapers;
import org.yekuo.document.ServiceManner;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Takes an application (受理用电申请, 细则 4.1): reads it, files customer and premises, registers the case and hands in its papers, in one
 * transaction. Refused with everything wrong with it; while the same need is on its way already; and, for more capacity, while the customer
 * owes money. Missing papers refuse nothing: the case is incomplete and one notice names them all.
 */
@Component
public class ApplyingForSupply {

    private final Organisation organisation;
    private final Regulations regulations;
    private final BusinessClock clock;
    private final Customers customers;
    private final Premises premises;
    private final Arrears arrears;
    private final RegisteringCase registering;
    private final SubmittingStage submitting;
    private final NamedAccount account;
    private final List<StandingSupply> standing;
    private final CasePapers papers;
    private final TransactionTemplate transaction;

    ApplyingForSupply(Organisation organisation, Regulations regulations, BusinessClock clock, Customers customers, Premises premises,
            Arrears arrears, RegisteringCase registering, SubmittingStage submitting, NamedAccount account, List<StandingSupply> standing, CasePapers papers,
            PlatformTransactionManager transactions) {
        this.organisation = organisation;
        this.regulations = regulations;
        this.clock = clock;
        this.customers = customers;
        this.premises = premises;
        this.arrears = arrears;
        this.registering = registering;
        this.submitting = submitting;
        this.account = account;
        this.standing = standing;
        this.papers = papers;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes an application at a desk; its papers are handed in with it and its acceptance is decided. */
    public Answer<Applied> apply(ApplicationForm form, Actor actor) {
        return apply(form, actor, Handing.ACCEPTED);
    }

    /**
     * Takes an application the customer sends in herself (网上申请): registered with its papers, and left to a clerk to accept. Accepted at first sight it
     * counts from the day it was sent.
     */
    public Answer<Applied> sendIn(ApplicationForm form) {
        return apply(form, new Actor("customer:" + form.hall(), form.applicant().name(), Actor.Kind.CUSTOMER), Handing.LEFT);
    }

    /** Whether the papers are judged at once or left to a clerk. */
    private enum Handing { ACCEPTED, LEFT }

    private Answer<Applied> apply(ApplicationForm form, Actor actor, Handing handing) {
        var wrong = new ArrayList<Violation>();
        var acceptedBy = acceptingUnit(form.hall());
        if (acceptedBy.isEmpty()) {
            wrong.add(Violation.at("hall", "acceptance.hall-unknown", form.hall()));
        }
        var supplier = supplier(form, acceptedBy);
        if (form.unit() != null && supplier.isEmpty()) {
            wrong.add(Violation.at("unit", "acceptance.hall-unknown", form.unit()));
        }
        var pack = regulations.inForce(clock.today());
        if (pack.isEmpty()) {
            wrong.add(Violation.at("happenedOn", "acceptance.no-pack", clock.today()));
        }
        wrong.addAll(NamedAccount.check(form));
        customers.check(form.party(), clock.today()).forEach(violation -> wrong.add(violation.under("applicant")));
        if (acceptedBy.isEmpty() || supplier.isEmpty() || pack.isEmpty()) {
            return Answer.invalid(wrong);
        }
        return switch (ReadingApplication.read(form, pack.get(), supplier.get(), clock.today())) {
            case Answer.Refused<ReadApplication>(Refusal refusal) -> {
                wrong.addAll(refusal.violations());
                yield Answer.invalid(wrong);
            }
            case Answer.Done<ReadApplication>(ReadApplication read) -> wrong.isEmpty()
                    ? inTransaction(form, read, pack.get(), acceptedBy.get(), actor, handing)
                    : Answer.invalid(wrong);
        };
    }

    /** The hall's unit; the desk of a unit that is no hall (95598, the web) is named by the unit itself. */
    private Optional<UnitCode> acceptingUnit(String hall) {
        return organisation.hall(hall).map(Hall::unit)
                .or(() -> Optional.of(hall).filter(UnitCode::isValid).map(UnitCode::new).flatMap(organisation::unit).map(Unit::code));
    }

    /** A province supplies nobody itself. */
    private Optional<UnitCode> supplier(ApplicationForm form, Optional<UnitCode> acceptedBy) {
        var said = form.unit();
        var unit = said == null ? acceptedBy
                : Optional.of(said).filter(UnitCode::isValid).map(UnitCode::new).flatMap(organisation::unit).map(Unit::code);
        return unit.filter(code -> !code.isProvince());
    }

    private Answer<Applied> inTransaction(ApplicationForm form, ReadApplication read, Pack pack, UnitCode acceptedBy, Actor actor, Handing handing) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var answer = file(form, read, pack, acceptedBy, actor, handing);
            if (answer instanceof Answer.Refused<Applied>) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }

    private Answer<Applied> file(ApplicationForm form, ReadApplication read, Pack pack, UnitCode acceptedBy, Actor actor, Handing handing) {
        var customer = customers.register(read.unit(), form.party(), actor);
        var owed = arrears.arrearsOf(read.unit(), customer.id());
        if (!owed.isEmpty() && form.business().equals(NamedAccount.MORE_CAPACITY)) {
            return Answer.refused(new Refusal(Refusal.Kind.CONFLICT, owed.stream().map(arrear -> owes("acceptance.arrears", arrear)).toList()));
        }
        var place = premises.register(read.unit(), form.premises().address(), form.premises().area());
        var against = standing.stream().flatMap(supply -> supply.against(read.unit(), customer.id(), place.id(), form.business(), clock.today()).stream()).toList();
        if (!against.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.CONFLICT, against));
        }
        return switch (account.facts(form, read, customer, place)) {
            case Answer.Refused<Facts>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<Facts>(Facts facts) -> register(form, read, facts, pack, acceptedBy, customer, place, owed, actor, handing);
        };
    }

    private Answer<Applied> register(ApplicationForm form, ReadApplication read, Facts facts, Pack pack, UnitCode acceptedBy, CustomerRef customer, PremisesRef place,
            List<Arrear> owed, Actor actor, Handing handing) {
        var registered = registering.register(new NewCase(read.unit(), read.handledBy(), form.hall(), acceptedBy, customer.id(), place.id(),
                read.application(), facts, pack, read.procedure(), form.premises().area(), phoneTail(form), actor,
                supplier(form, Optional.of(acceptedBy)).orElse(read.handledBy())));
        return switch (registered) {
            case Answer.Refused<CaseNo>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<CaseNo>(CaseNo caseNo) -> handing == Handing.LEFT ? leave(form, read, facts, pack, caseNo, customer, owed, actor) : handIn(form, read, caseNo, actor)
                    .map(acted -> new Applied(caseNo, acted.status(), warnings(form, read, facts, pack, customer, owed)));
        };
    }

    private Answer<Applied> leave(ApplicationForm form, ReadApplication read, Facts facts, Pack pack, CaseNo caseNo, CustomerRef customer, List<Arrear> owed, Actor actor) {
        var listed = form.documentsOrNone().stream().map(Paper::asDocument).toList();
        var wrong = papers.check(read.unit(), caseNo, listed);
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong.stream().map(violation -> new Violation(violation.rule(), "documents" + violation.field(), violation.args(), violation.clause())).toList());
        }
        return papers.addDocuments(read.unit(), caseNo, listed, clock.today(), actor)
                .map(added -> new Applied(caseNo, "REGISTERED", warnings(form, read, facts, pack, customer, owed)));
    }

    private Answer<Acted> handIn(ApplicationForm form, ReadApplication read, CaseNo caseNo, Actor actor) {
        var happenedOn = form.happenedOn();
        var management = form.project().supplyManagement();
        var handed = new Acceptance(happenedOn == null ? clock.today() : happenedOn, form.documentsOrNone(), null,
                form.guideHandedOver() == null || form.guideHandedOver(),
                management == null ? null : new ReportElements(null, null, null, null, management), null);
        var first = read.procedure().stages().getFirst().key();
        // At the counter the receipt is handed over on the spot (细则 2.5); elsewhere its service is recorded when it has happened.
        var service = form.channel() == Application.Channel.COUNTER ? new Submission.Service(ServiceManner.COUNTER, null) : null;
        return submitting.submit(new Submission(caseNo, first, 1, null, handed, service, new Said(happenedOn, form.lateBecause()), actor));
    }

    private List<Violation> warnings(ApplicationForm form, ReadApplication read, Facts facts, Pack pack, CustomerRef customer, List<Arrear> owed) {
        var warnings = new ArrayList<>(read.warnings());
        customer.warnings().forEach(warning -> warnings.add(warning.under("applicant")));
        owed.forEach(arrear -> warnings.add(owes("acceptance.arrears-hint", arrear)));
        warnings.addAll(PaperWarnings.of(pack.checklistFor(facts), form.documentsOrNone().stream().map(Paper::asDocument).toList(), clock.today(), form.requiredBy()));
        return warnings;
    }

    private static Violation owes(String rule, Arrear arrear) {
        return Violation.of(rule, arrear.consumerNo(), arrear.amount().toPlainString(), arrear.since());
    }

    private static String phoneTail(ApplicationForm form) {
        var digits = form.applicant().phone().replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 4));
    }
}
