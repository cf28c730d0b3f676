package org.yekuo.document.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.document.Acknowledgement;
import org.yekuo.document.FileKind;
import org.yekuo.document.Receipt;
import org.yekuo.document.ServiceManner;
import org.yekuo.document.Signature;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Service (送达) and acknowledgement (签收) of receipts: in this order, each once. */
@Component
class ServingReceipts {

    private final ReceiptRows receipts;
    private final FileRows files;
    private final BusinessClock clock;

    ServingReceipts(ReceiptRows receipts, FileRows files, BusinessClock clock) {
        this.receipts = receipts;
        this.files = files;
        this.clock = clock;
    }

    /** The receipt, unless there is none or another took its place. */
    Answer<Receipt> live(CaseNo caseNo, int rno) {
        var receipt = receipts.lock(caseNo, rno);
        if (receipt.isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("document.receipt-unknown", caseNo, rno));
        }
        return receipt.get().isLive() ? Answer.done(receipt.get())
                : Answer.refused(Refusal.Kind.CONFLICT, Violation.of("document.receipt-superseded", rno, String.valueOf(receipt.get().supersededBy())));
    }

    Answer<Receipt> serve(CaseNo caseNo, int rno, ServiceManner how, LocalDate on, Actor by) {
        return switch (live(caseNo, rno)) {
            case Answer.Refused<Receipt> refused -> refused;
            case Answer.Done<Receipt>(Receipt receipt) -> {
                var served = receipt.served();
                if (served != null) {
                    yield Answer.refused(Refusal.Kind.CONFLICT, Violation.of("document.served-already", served.by(), served.on()));
                }
                var violations = wrongDay(receipt.issuedOn(), on);
                yield violations.isEmpty() ? Answer.done(receipts.serve(receipt, how, on, by)) : Answer.invalid(violations);
            }
        };
    }

    Answer<Receipt> acknowledge(CaseNo caseNo, int rno, Acknowledgement acknowledgement, Actor by) {
        return switch (live(caseNo, rno)) {
            case Answer.Refused<Receipt> refused -> refused;
            case Answer.Done<Receipt>(Receipt receipt) -> {
                var acknowledged = receipt.acknowledged();
                if (acknowledged != null) {
                    yield Answer.refused(Refusal.Kind.CONFLICT,
                            Violation.of("document.acknowledged-already", acknowledged.signer(), acknowledged.on()));
                }
                var violations = check(receipt, acknowledgement);
                yield violations.isEmpty() ? Answer.done(sign(receipt, acknowledgement, by)) : Answer.invalid(violations);
            }
        };
    }

    private Receipt sign(Receipt receipt, Acknowledgement acknowledgement, Actor by) {
        if (!receipt.isServed()) {
            receipts.serve(receipt, acknowledgement.signature().service(), acknowledgement.on(), by);
        }
        var drawing = acknowledgement.drawing();
        if (drawing != null) {
            files.attach(receipt.caseNo().unit(), drawing, receipt.caseNo());
        }
        return receipts.acknowledge(receipt, acknowledgement, by);
    }

    private List<Violation> check(Receipt receipt, Acknowledgement acknowledgement) {
        var violations = new ArrayList<>(wrongDay(receipt.issuedOn(), acknowledgement.on()));
        var served = receipt.served();
        if (served != null && acknowledgement.on().isBefore(served.on())) {
            violations.add(Violation.at("on", "document.acknowledged-before-service", acknowledgement.on(), served.on()));
        }
        if (acknowledgement.signer().isBlank()) {
            violations.add(Violation.at("signer", "document.signer-missing"));
        }
        witnesses(acknowledgement).ifPresent(violations::add);
        drawing(receipt, acknowledgement).ifPresent(violations::add);
        return violations;
    }

    /** A signature on the screen is a picture, of this case or of none yet. */
    private Optional<Violation> drawing(Receipt receipt, Acknowledgement acknowledgement) {
        var drawing = acknowledgement.drawing();
        if (acknowledgement.signature() != Signature.SCREEN) {
            return drawing == null ? Optional.empty() : Optional.of(Violation.at("drawing", "document.drawing-unneeded"));
        }
        if (drawing == null) {
            return Optional.of(Violation.at("drawing", "document.drawing-missing"));
        }
        var file = files.find(receipt.caseNo().unit(), drawing);
        boolean good = file.isPresent() && (file.get().kind() == FileKind.PNG || file.get().kind() == FileKind.JPEG) && file.get().scan().usable()
                && (file.get().caseNo() == null || receipt.caseNo().equals(file.get().caseNo()));
        return good ? Optional.empty() : Optional.of(Violation.at("drawing", "document.drawing-no-picture"));
    }

    private static Optional<Violation> witnesses(Acknowledgement acknowledgement) {
        var named = acknowledgement.witnesses().stream().map(String::strip).filter(name -> !name.isEmpty()).distinct().count();
        return acknowledgement.signature() == Signature.REFUSED_BEFORE_WITNESSES
                ? named >= 2 ? Optional.empty() : Optional.of(Violation.at("witnesses", "document.witnesses"))
                : named == 0 ? Optional.empty() : Optional.of(Violation.at("witnesses", "document.witnesses-unneeded"));
    }

    List<Violation> wrongDay(LocalDate issuedOn, LocalDate on) {
        if (on.isBefore(issuedOn)) {
            return List.of(Violation.at("on", "document.served-before-issue", on, issuedOn));
        }
        return on.isAfter(clock.today()) ? List.of(Violation.at("on", "document.day-in-future", on, clock.today())) : List.of();
    }
}
