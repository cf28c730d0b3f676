package org.yekuo.web.staff;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.ReadingCase;
import org.yekuo.document.PaperPrints;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.web.internal.SentPaper;

/** Receipts and letters of a case as PDF (打开、打印), for whoever sees the case. */
@Controller
class PaperPage {

    private final ReadingCase reading;
    private final PaperPrints prints;
    private final CurrentStaff current;

    PaperPage(ReadingCase reading, PaperPrints prints, CurrentStaff current) {
        this.reading = reading;
        this.prints = prints;
        this.current = current;
    }

    @GetMapping("/work/cases/{no}/papers/receipts/{rno}")
    ResponseEntity<byte[]> receipt(@PathVariable String no, @PathVariable int rno) {
        return send(prints.receipt(seen(no), rno));
    }

    @GetMapping("/work/cases/{no}/papers/letters/{lno}")
    ResponseEntity<byte[]> letter(@PathVariable String no, @PathVariable int lno) {
        return send(prints.letter(seen(no), lno));
    }

    private CaseNo seen(String no) {
        return CaseNo.parse(no).filter(number -> reading.summary(number, current.actor()).isPresent()).orElseThrow(PaperPage::notThere);
    }

    private static ResponseEntity<byte[]> send(Optional<PaperPrints.Print> print) {
        return print.map(SentPaper::of).orElseThrow(PaperPage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
