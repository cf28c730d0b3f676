package org.yekuo.web.open;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.ServingReceipt;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Letter;
import org.yekuo.document.PaperPrints;
import org.yekuo.portal.OpeningCase;
import org.yekuo.regulation.PaperKind;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.web.internal.SentPaper;

/** The customer's own receipts and letters as PDF. Opening a receipt that was not served serves it (门户已读, semantics 29). */
@Controller
class IssuedPapers {

    /** A letter to her, by what it calls itself. */
    record IssuedLetter(int lno, String title, LocalDate issuedOn) {}

    private final OpeningCase opening;
    private final ReadingCase reading;
    private final ServingReceipt serving;
    private final CasePapers papers;
    private final PaperPrints prints;
    private final Regulations regulations;

    IssuedPapers(OpeningCase opening, ReadingCase reading, ServingReceipt serving, CasePapers papers, PaperPrints prints, Regulations regulations) {
        this.opening = opening;
        this.reading = reading;
        this.serving = serving;
        this.papers = papers;
        this.prints = prints;
        this.regulations = regulations;
    }

    /** The letters in force that are hers, the newest first. */
    List<IssuedLetter> letters(ReadingCase.Summary summary) {
        var pack = regulations.pack(summary.pack());
        return papers.lettersOf(new UnitCode(summary.unit()), summary.caseNo()).reversed().stream().filter(letter -> letter.supersededBy() == null).filter(IssuedPapers::hers)
                .map(letter -> new IssuedLetter(letter.lno(), pack.flatMap(found -> found.letterTitle(PaperKind.template(letter.kind()), letter.variant())).orElse(letter.kind()), letter.issuedOn()))
                .toList();
    }

    @GetMapping("/open/case/papers/receipts/{rno}")
    ResponseEntity<byte[]> receipt(@PathVariable int rno, HttpServletRequest request) {
        var customer = customer(request);
        var no = number(customer);
        if (reading.receipts(no, customer).orElse(List.of()).stream().noneMatch(receipt -> receipt.rno() == rno && receipt.isLive())) {
            throw notThere();
        }
        // Served is what can be read: the paper first, then the note that she has it.
        var print = prints.receipt(no, rno).orElseThrow(IssuedPapers::notThere);
        serving.read(no, rno, customer);
        return SentPaper.of(print);
    }

    @GetMapping("/open/case/papers/letters/{lno}")
    ResponseEntity<byte[]> letter(@PathVariable int lno, HttpServletRequest request) {
        var no = number(customer(request));
        if (papers.lettersOf(no.unit(), no).stream().noneMatch(letter -> letter.lno() == lno && letter.supersededBy() == null && hers(letter))) {
            throw notThere();
        }
        return prints.letter(no, lno).map(SentPaper::of).orElseThrow(IssuedPapers::notThere);
    }

    private static boolean hers(Letter letter) {
        return PaperKind.valueOf(letter.kind()).isForCustomer();
    }

    private Actor customer(HttpServletRequest request) {
        return LookCookie.token(request).flatMap(opening::whose).orElseThrow(IssuedPapers::notThere);
    }

    private static CaseNo number(Actor customer) {
        return CaseNo.parse(customer.id().substring("customer:".length())).orElseThrow();
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
