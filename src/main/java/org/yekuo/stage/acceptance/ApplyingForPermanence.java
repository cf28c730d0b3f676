package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Application;
import org.yekuo.casework.NewCase;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.RegisteringCase;
import org.yekuo.casework.Said;
import org.yekuo.casework.Submission;
import org.yekuo.casework.SubmittingStage;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.ServiceManner;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.regulation.ChecklistRow;
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
 * Applies for the permanent supply after a temporary one (临时用电转正式用电, 按新装办理): a linked application under the rules of the day with what is
 * known of the temporary one, and its papers that are still good. Joins the caller's transaction, which is the end of the temporary supply.
 */
@Component
public class ApplyingForPermanence {

    private static final String NEW_INSTALL = "NEW_INSTALL";
    private static final BigDecimal COS_PHI = new BigDecimal("0.9");

    /** The temporary supply's case: who and where. */
    public record Temporary(CaseNo caseNo, long customerId, long premisesId, ReadingCase.Summary summary) {}

    private final Organisation organisation;
    private final Regulations regulations;
    private final BusinessClock clock;
    private final CasePapers papers;
    private final RegisteringCase registering;
    private final SubmittingStage submitting;

    ApplyingForPermanence(Organisation organisation, Regulations regulations, BusinessClock clock, CasePapers papers, RegisteringCase registering,
            SubmittingStage submitting) {
        this.organisation = organisation;
        this.regulations = regulations;
        this.clock = clock;
        this.papers = papers;
        this.registering = registering;
        this.submitting = submitting;
    }

    public Answer<Applied> apply(Temporary temporary, PermanentForm form, Actor actor) {
        var today = clock.today();
        var pack = regulations.inForce(today);
        var hall = Objects.requireNonNullElse(form.hall(), temporary.summary().application().hall());
        var acceptedBy = organisation.hall(hall).map(Hall::unit).orElse(null);
        if (pack.isEmpty() || acceptedBy == null) {
            return Answer.invalid(List.of(pack.isEmpty() ? Violation.of("acceptance.no-pack", today) : Violation.at("hall", "acceptance.hall-unknown", hall)));
        }
        var wanted = form.requiredBy();
        if (wanted != null && wanted.isBefore(today)) {
            return Answer.invalid(List.of(Violation.at("requiredBy", "acceptance.required-in-past", wanted, today)));
        }
        return switch (Derivation.of(pack.get(), stated(temporary.summary(), form, pack.get()), null)) {
            case Answer.Refused<Derivation>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<Derivation>(Derivation derived) -> register(temporary, form, pack.get(), derived, hall, acceptedBy, actor);
        };
    }

    private Answer<Applied> register(Temporary temporary, PermanentForm form, Pack pack, Derivation derived, String hall, UnitCode acceptedBy, Actor actor) {
        var unit = temporary.caseNo().unit();
        var supplier = new UnitCode(temporary.summary().handledBy());
        var application = application(temporary.summary().application(), form, hall);
        var registered = registering.register(new NewCase(unit, derived.handler(supplier), hall, acceptedBy, temporary.customerId(), temporary.premisesId(),
                application, derived.facts(), pack, derived.procedure(), application.area(), null, actor, supplier,
                new NewCase.Beside(temporary.caseNo(), NewCase.Beside.Kind.MADE_PERMANENT)));
        return switch (registered) {
            case Answer.Refused<CaseNo>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<CaseNo>(CaseNo no) -> {
                papers.share(temporary.caseNo(), no);
                var acceptance = new Acceptance(clock.today(), papers(temporary.caseNo(), form, pack), null, true, null, null);
                yield submitting.submit(new Submission(no, derived.procedure().stages().getFirst().key(), 1, null, acceptance,
                        new Submission.Service(ServiceManner.COUNTER, null), Said.NOW, actor)).map(acted -> new Applied(no, acted.status(), List.of()));
            }
        };
    }

    /** What was stated for the temporary supply, but for the business, and for what changes. */
    private static Facts stated(ReadingCase.Summary was, PermanentForm form, Pack pack) {
        var load = was.application().load();
        var kva = Objects.requireNonNullElse(form.capacityKva(), load.capacityKva());
        var kw = form.capacityKva() == null ? load.demandKw() : null;
        var facts = new TreeMap<String, Object>();
        for (var name : List.of("community", "specialTrade", "specialLoad", "area", "loadBasis")) {
            var value = was.facts().get(name);
            if (value != null && pack.facts().stream().anyMatch(fact -> fact.name().equals(name))) {
                facts.put(name, value);
            }
        }
        facts.putAll(Map.of("business", NEW_INSTALL, "nature", Objects.requireNonNullElse(form.nature(), was.application().project().nature()),
                "phaseKind", load.phase(), "capacityKva", kva, "demandKw", kw == null ? kva.multiply(COS_PHI, MathContext.DECIMAL64) : kw,
                "sources", load.sources(), "circuits", load.circuits(), "importance", load.importance(), "agent", was.application().agent()));
        return new Facts(facts);
    }

    private static Application application(Application was, PermanentForm form, String hall) {
        var project = was.project();
        var load = was.load();
        var kva = form.capacityKva();
        return new Application(hall, NEW_INSTALL, Application.Channel.COUNTER, was.applicantKind(), was.customerName(), was.address(), was.area(),
                new Application.Project(project.name(), Objects.requireNonNullElse(form.nature(), project.nature()), project.industry(), project.products()),
                kva == null ? load : new Application.Load(kva, null, load.phase(), load.voltageWish(), load.sources(), load.circuits(), load.importance()),
                form.requiredBy(), was.agent());
    }

    private List<Paper> papers(CaseNo former, PermanentForm form, Pack pack) {
        var known = pack.checklists().stream().map(ChecklistRow::code).collect(Collectors.toSet());
        var listed = new ArrayList<>(form.documents());
        papers.documentsOf(former.unit(), former).stream().filter(CaseDocument::counts).map(CaseDocument::document)
                .filter(paper -> known.contains(paper.type()) && form.documents().stream().noneMatch(other -> other.type().equals(paper.type())))
                .filter(paper -> isGood(paper.validUntil()))
                .map(paper -> new Paper(paper.type(), paper.number(), paper.validUntil(), paper.original(), paper.copies(), paper.fileId())).forEach(listed::add);
        return listed;
    }

    private boolean isGood(@Nullable LocalDate validUntil) {
        return validUntil == null || !validUntil.isBefore(clock.today());
    }
}
