package org.yekuo.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CaseOpening;
import org.yekuo.casework.internal.CaseReader;
import org.yekuo.casework.internal.CaseStore;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.document.CasePapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Ends a case whose need has become another, by the customer's signed letter, and registers the case that takes its place (semantics 13), in
 * one transaction: the old one is withdrawn as NEED_CHANGED, its days go over to the new one for assessment, the promise is fresh. Two at
 * once: the second is told the number the first got.
 */
@Component
public class SucceedingCase {

    static final String NEED_CHANGED = "NEED_CHANGED";
    /** How the letter is called among the papers of the case that ends. */
    private static final String LETTER_PAPER = "CHANGE_LETTER";

    /** The customer's signed letter (变更函): its scan, and the day on it. A customer who acts herself needs none. */
    public record Letter(String fileId, LocalDate signedOn) {}

    private final Acting acting;
    private final CaseStore store;
    private final CaseReader reader;
    private final CaseOpening opening;
    private final StageWorks works;
    private final Duties duties;
    private final CasePapers papers;

    SucceedingCase(Acting acting, CaseStore store, CaseReader reader, CaseOpening opening, StageWorks works, Duties duties, CasePapers papers) {
        this.acting = acting;
        this.store = store;
        this.reader = reader;
        this.opening = opening;
        this.works = works;
        this.duties = duties;
        this.papers = papers;
    }

    /** @param next what is to be registered instead, or why it is no other need; given the case as its first stage sees it */
    public Answer<CaseNo> succeed(CaseNo no, @Nullable Letter letter, Function<CaseView, Answer<NewCase>> next, Actor actor) {
        return acting.inTransaction(() -> {
            var successor = new AtomicReference<@Nullable NewCase>();
            var number = store.nextNumber(no.unit());
            return switch (acting.onAny(no, actor, desk -> end(desk, letter, number, next, successor))) {
                case Answer.Refused<Acted>(Refusal refusal) -> Answer.refused(refusal);
                case Answer.Done<Acted> done -> register(number, no, letter, Objects.requireNonNull(successor.get()));
            };
        });
    }

    private Answer<Acted> end(Desk desk, @Nullable Letter letter, CaseNo number, Function<CaseView, Answer<NewCase>> next,
            AtomicReference<@Nullable NewCase> successor) {
        var file = desk.file;
        if (file.status.ended()) {
            var later = reader.successors(file.no);
            return Answer.refused(Refusal.Kind.CONFLICT, later.isEmpty()
                    ? Violation.of("casework.case-ended", file.no, file.status.name(), String.valueOf(file.endedOn))
                    : Violation.of("casework.succeeded-already", file.no, later.getFirst(), String.valueOf(file.endedOn)));
        }
        var forbidden = duties.mayAct(desk, CaseAct.WITHDRAW);
        if (!forbidden.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
        }
        var wrong = new ArrayList<>(check(desk, letter));
        var first = file.live(file.firstStage().key(), 0).orElseThrow();
        switch (next.apply(desk.view(first))) {
            case Answer.Refused<NewCase>(Refusal refusal) -> wrong.addAll(refusal.violations());
            case Answer.Done<NewCase>(NewCase what) -> successor.set(what.withPhoneTail(file.phoneTail));
        }
        if (!wrong.isEmpty()) {
            return Answer.invalid(wrong);
        }
        if (letter != null) {
            StageRefused.unless(papers.addDocuments(file.unit(), file.no, List.of(paper(letter)), desk.moment.today(), desk.moment.actor()));
        }
        desk.end(Outcome.Ending.WITHDRAWN, NEED_CHANGED, number.value(), works.all());
        return desk.done();
    }

    private List<Violation> check(Desk desk, @Nullable Letter letter) {
        var wrong = new ArrayList<Violation>();
        if (desk.file.runs.stream().anyMatch(run -> !run.superseded && run.passed() && desk.file.definition(run.stage).irreversible())) {
            wrong.add(Violation.of("casework.power-is-on-succeed"));
        }
        if (letter == null) {
            if (desk.moment.actor().kind() != Actor.Kind.CUSTOMER) {
                wrong.add(Violation.at("letter", "casework.needs-customers-letter"));
            }
            return wrong;
        }
        if (letter.signedOn().isAfter(desk.moment.today())) {
            wrong.add(Violation.at("letter.signedOn", "casework.in-the-future", letter.signedOn(), desk.moment.today()));
        }
        if (letter.signedOn().isBefore(desk.file.registeredOn)) {
            wrong.add(Violation.at("letter.signedOn", "casework.letter-before-case", letter.signedOn(), desk.file.registeredOn));
        }
        papers.check(desk.file.unit(), desk.file.no, List.of(paper(letter)))
                .forEach(violation -> wrong.add(new Violation(violation.rule(), "letter.fileId", violation.args(), violation.clause())));
        return wrong;
    }

    private static DocumentInput paper(Letter letter) {
        return new DocumentInput(LETTER_PAPER, letter.signedOn().toString(), null, true, 1, letter.fileId());
    }

    private Answer<CaseNo> register(CaseNo number, CaseNo former, @Nullable Letter letter, NewCase what) {
        var moment = acting.moment(what.actor());
        var file = opening.file(number, what, moment);
        var because = new TreeMap<String, Object>(Map.of("why", NEED_CHANGED));
        if (letter != null) {
            because.put("letter", letter.fileId());
            because.put("signedOn", letter.signedOn());
        }
        opening.succeed(file, moment, former, because);
        try {
            acting.open(file, moment, what.phoneTail());
        } catch (DuplicateKeyException raced) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.duplicate-raced"));
        }
        papers.share(former, number);
        return Answer.done(number);
    }
}
