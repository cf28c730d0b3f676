package org.yekuo.document.internal;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.database.OneTrip;
import org.yekuo.document.Acknowledgement;
import org.yekuo.document.Brought;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.HeldPaper;
import org.yekuo.document.Letter;
import org.yekuo.document.LetterOrder;
import org.yekuo.document.Receipt;
import org.yekuo.document.ReceiptOrder;
import org.yekuo.document.ReceiptStanding;
import org.yekuo.document.Scan;
import org.yekuo.document.ServiceManner;
import org.yekuo.document.StoredFile;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

@Service
class FiledPapers implements CasePapers {

    /** Without the letters and digits one mistakes for others. */
    private static final String CODE_CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    /** So many that no two of a province's papers ever have the same, and none is guessed. */
    private static final int CODE_LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PaperRows papers;
    private final FileRows files;
    private final ReceiptRows receipts;
    private final LetterRows letters;
    private final ServingReceipts serving;
    private final MachineClock clock;

    FiledPapers(PaperRows papers, FileRows files, ReceiptRows receipts, LetterRows letters, ServingReceipts serving,
            MachineClock clock) {
        this.papers = papers;
        this.files = files;
        this.receipts = receipts;
        this.letters = letters;
        this.serving = serving;
        this.clock = clock;
    }

    @Override
    public List<Violation> check(UnitCode unit, CaseNo caseNo, List<DocumentInput> documents) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < documents.size(); i++) {
            var fileId = documents.get(i).fileId();
            if (fileId == null) {
                continue;
            }
            var file = files.find(unit.city(), fileId);
            if (file.isEmpty()) {
                violations.add(Violation.at("[" + i + "].fileId", "document.file-unknown", fileId));
            } else if (file.get().scan() == Scan.FOUND) {
                violations.add(Violation.at("[" + i + "].fileId", "document.file-infected", file.get().name()));
            } else if (!file.get().scan().usable()) {
                violations.add(Violation.at("[" + i + "].fileId", "document.file-quarantined", file.get().name()));
            } else if (file.get().caseNo() != null && !caseNo.equals(file.get().caseNo()) && !files.shared(unit.city(), fileId, caseNo)) {
                violations.add(Violation.at("[" + i + "].fileId", "document.file-of-other-case", file.get().name()));
            }
        }
        return violations;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer<List<CaseDocument>> addDocuments(UnitCode unit, CaseNo caseNo, List<DocumentInput> documents, LocalDate receivedOn, Actor by) {
        var added = new ArrayList<CaseDocument>();
        for (var document : documents) {
            var fileId = document.fileId();
            if (fileId != null && !files.attach(caseNo.unit(), fileId, caseNo) && !files.shared(caseNo.unit(), fileId, caseNo)) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("document.file-of-other-case",
                        files.find(caseNo.unit(), fileId).map(StoredFile::name).orElse(fileId)));
            }
            added.add(papers.add(caseNo, document, receivedOn, by, null, clock.now()));
        }
        return Answer.done(List.copyOf(added));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(CaseNo caseNo, int docNo, Brought.Decision decision) {
        papers.decide(caseNo, docNo, decision);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Violation> attach(CaseNo caseNo, String field, String fileId) {
        var wrong = check(caseNo.unit(), caseNo, List.of(new DocumentInput("", null, null, false, 0, fileId)));
        if (wrong.isEmpty() && !files.attach(caseNo.unit(), fileId, caseNo) && !files.shared(caseNo.unit(), fileId, caseNo)) {
            return List.of(Violation.at(field, "document.file-of-other-case", fileId));
        }
        return wrong.stream().map(fault -> Violation.at(field, fault.rule(), fault.args().toArray())).toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepIn(CaseNo caseNo, Collection<String> fileIds) {
        fileIds.forEach(fileId -> files.keepIn(caseNo, fileId));
    }

    @Override
    public List<HeldPaper> held(UnitCode unit, List<CaseNo> cases, List<String> types, LocalDate day) {
        return papers.held(unit.city(), cases, types, day);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseDocument reuse(CaseNo caseNo, HeldPaper held, LocalDate receivedOn, Actor by) {
        var fileId = held.paper().document().fileId();
        if (fileId != null) {
            files.share(caseNo.unit(), fileId, caseNo);
        }
        return papers.add(caseNo, held.paper().document(), receivedOn, by, held.from(), clock.now());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void share(CaseNo from, CaseNo to) {
        files.share(from, to);
    }

    @Override
    public List<CaseDocument> documentsOf(UnitCode unit, CaseNo caseNo) {
        return papers.of(caseNo);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Receipt issue(ReceiptOrder order) {
        return receipts.insert(order, null, newCode(), clock.now());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer<Receipt> issue(ReceiptOrder order, ServiceManner how, LocalDate servedOn) {
        var wrong = serving.wrongDay(order.issuedOn(), servedOn);
        return wrong.isEmpty() ? Answer.done(receipts.insert(order, new Receipt.Service(servedOn, how, order.by().name()), newCode(), clock.now())) : Answer.invalid(wrong);
    }

    @Override
    public List<Receipt> of(UnitCode unit, CaseNo caseNo) {
        return receipts.of(caseNo);
    }

    @Override
    public void standing(OneTrip trip, Collection<CaseNo> cases, Consumer<ReceiptStanding> each) {
        receipts.standing(trip, cases, each);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer<Receipt> serve(UnitCode unit, CaseNo caseNo, int rno, ServiceManner how, LocalDate on, Actor by) {
        return serving.serve(caseNo, rno, how, on, by);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer<Receipt> redateService(UnitCode unit, CaseNo caseNo, int rno, LocalDate on) {
        return serving.live(caseNo, rno).map(receipt -> receipts.redate(receipt, on));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer<Receipt> acknowledge(UnitCode unit, CaseNo caseNo, int rno, Acknowledgement acknowledgement, Actor by) {
        return serving.acknowledge(caseNo, rno, acknowledgement, by);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer<Receipt> supersede(UnitCode unit, CaseNo caseNo, int rno, ReceiptOrder correction) {
        return serving.live(caseNo, rno).map(old -> {
            var successor = issue(correction);
            receipts.supersede(old, successor.rno());
            return successor;
        });
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Letter issue(LetterOrder order) {
        return letters.insert(order, newCode(), clock.now());
    }

    @Override
    public List<Letter> lettersOf(UnitCode unit, CaseNo caseNo) {
        return letters.of(caseNo);
    }

    @Override
    public Optional<Letter> verify(CaseNo caseNo, String code) {
        return letters.find(caseNo, code.strip().toUpperCase(Locale.ROOT));
    }

    private static String newCode() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_CHARACTERS.charAt(RANDOM.nextInt(CODE_CHARACTERS.length())));
        }
        return code.toString();
    }
}
