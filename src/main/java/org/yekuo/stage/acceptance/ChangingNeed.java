package org.yekuo.stage.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Application;
import org.yekuo.casework.CaseView;
import org.yekuo.casework.NewCase;
import org.yekuo.casework.Said;
import org.yekuo.casework.SubmittingStage;
import org.yekuo.casework.Submission;
import org.yekuo.casework.SucceedingCase;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.ServiceManner;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Takes a change of need by the customer's signed letter (semantics 13): the case ends, a linked one is registered and its acceptance handed in
 * with what is on file — nothing is asked twice —, in one transaction. The promise on the receipt is fresh; the days used go over for assessment.
 * Refused when it is no other need, saying what to do instead.
 */
@Component
public class ChangingNeed {

    private final Organisation organisation;
    private final Regulations regulations;
    private final BusinessClock clock;
    private final CasePapers papers;
    private final SucceedingCase succeeding;
    private final SubmittingStage submitting;
    private final TransactionTemplate transaction;

    ChangingNeed(Organisation organisation, Regulations regulations, BusinessClock clock, CasePapers papers, SucceedingCase succeeding,
            SubmittingStage submitting, PlatformTransactionManager transactions) {
        this.organisation = organisation;
        this.regulations = regulations;
        this.clock = clock;
        this.papers = papers;
        this.succeeding = succeeding;
        this.submitting = submitting;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Answer<Applied> change(CaseNo no, NeedForm form, Actor actor) {
        var pack = regulations.inForce(clock.today());
        if (pack.isEmpty()) {
            return Answer.invalid(List.of(Violation.of("acceptance.no-pack", clock.today())));
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            var answer = change(no, form, pack.get(), actor);
            if (answer instanceof Answer.Refused<Applied>) {
                status.setRollbackOnly();
            }
            return answer;
        }));
    }

    private Answer<Applied> change(CaseNo no, NeedForm form, Pack pack, Actor actor) {
        var letter = form.letter() == null ? null : new SucceedingCase.Letter(form.letter().fileId(), form.letter().signedOn());
        var acceptance = new Acceptance[1];
        var succeeded = succeeding.succeed(no, letter, former -> {
            acceptance[0] = acceptance(former, form, pack);
            return next(former, form, pack, actor);
        }, actor);
        return switch (succeeded) {
            case Answer.Refused<CaseNo>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<CaseNo>(CaseNo caseNo) -> handIn(caseNo, form, Objects.requireNonNull(acceptance[0]), actor);
        };
    }

    private Answer<NewCase> next(CaseView former, NeedForm form, Pack pack, Actor actor) {
        var hall = form.hall();
        var acceptedBy = acceptedBy(hall == null ? former.application().hall() : hall);
        return switch (new ReadingNeed(former, form, pack).read(clock.today())) {
            case Answer.Refused<ReadApplication>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<ReadApplication> done when acceptedBy.isEmpty() ->
                Answer.invalid(List.of(Violation.at("hall", "acceptance.hall-unknown", String.valueOf(hall))));
            case Answer.Done<ReadApplication>(ReadApplication read) -> Answer.done(new NewCase(former.unit(), read.handledBy(), read.application().hall(),
                    acceptedBy.get(), former.customerId(), former.premisesId(), read.application(), read.facts(), pack, read.procedure(),
                    read.application().area(), null, actor, former.premisesUnit()));
        };
    }

    private Optional<UnitCode> acceptedBy(String hall) {
        return organisation.hall(hall).map(Hall::unit).or(() -> Optional.of(hall).filter(UnitCode::isValid).map(UnitCode::new));
    }

    /** What the former case has on file that is still good, and what came with the change. */
    private Acceptance acceptance(CaseView former, NeedForm form, Pack pack) {
        var today = clock.today();
        var known = pack.checklists().stream().map(ChecklistRow::code).collect(Collectors.toSet());
        var listed = new ArrayList<Paper>();
        papers.documentsOf(former.unit(), former.caseNo()).stream().filter(CaseDocument::counts).map(CaseDocument::document)
                .filter(paper -> known.contains(paper.type()) && (paper.validUntil() == null || !paper.validUntil().isBefore(today)))
                .map(ChangingNeed::paper).forEach(listed::add);
        listed.addAll(form.documentsOrNone());
        return new Acceptance(today, listed, null, true, elements(former), null);
    }

    private static Paper paper(DocumentInput document) {
        return new Paper(document.type(), document.number(), document.validUntil(), document.original(), document.copies(), document.fileId());
    }

    /** What the report left out and was said later. */
    private static @Nullable ReportElements elements(CaseView former) {
        var rounds = new ArrayList<>(former.earlierRounds(Acceptance.class));
        former.result("acceptance", Acceptance.class).ifPresent(rounds::add);
        var elements = new ReportElements(null, null, null, null, null);
        for (var round : rounds) {
            elements = elements.with(round.reportElements());
        }
        return elements;
    }

    private Answer<Applied> handIn(CaseNo no, NeedForm form, Acceptance acceptance, Actor actor) {
        var channel = form.channel();
        var service = channel == null || channel == Application.Channel.COUNTER ? new Submission.Service(ServiceManner.COUNTER, null) : null;
        return submitting.submit(new Submission(no, "acceptance", 1, null, acceptance, service, Said.NOW, actor))
                .map(acted -> new Applied(no, acted.status(), List.of()));
    }
}
