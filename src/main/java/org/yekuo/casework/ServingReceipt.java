package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.LateEntries;
import org.yekuo.casework.internal.ReceiptRows;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.document.Acknowledgement;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Receipt;
import org.yekuo.document.ServiceManner;
import org.yekuo.document.Signature;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Records that a receipt was served (送达), which is the company's duty and opens the gate, and that it was signed (签收), which is the customer's. */
@Component
public class ServingReceipt {

    private final Acting acting;
    private final Duties duties;
    private final LateEntries late;
    private final CasePapers papers;

    ServingReceipt(Acting acting, Duties duties, LateEntries late, CasePapers papers) {
        this.acting = acting;
        this.duties = duties;
        this.late = late;
        this.papers = papers;
    }

    public Answer<Acted> serve(CaseNo no, int rno, ServiceManner how, Said said, Actor actor) {
        return acting.on(no, actor, desk -> {
            var refusal = refusal(desk, rno, CaseAct.SERVE, late.check(said, desk.moment.today()));
            if (refusal.isPresent()) {
                return Answer.refused(refusal.get());
            }
            return serve(desk, rno, how, said);
        });
    }

    private Answer<Acted> serve(Desk desk, int rno, ServiceManner how, Said said) {
        return switch (papers.serve(desk.file.unit(), desk.file.no, rno, how, desk.moment.today(), desk.moment.actor())) {
            case Answer.Refused<Receipt>(Refusal why) -> Answer.refused(why);
            case Answer.Done<Receipt>(Receipt receipt) -> {
                ReceiptRows.replace(desk.file, receipt);
                desk.file.record(desk.moment, EventKind.RECEIPT_SERVED, Map.of("receipt", rno, "kind", receipt.kind(), "how", how.name()));
                late.propose(desk, said, "SERVED", String.valueOf(rno));
                desk.message("receipt.served", Map.of("receipt", rno, "kind", receipt.kind()));
                yield desk.done();
            }
        };
    }

    /** The customer opened her receipt in the portal (门户已读): that serves it, if nothing did before. */
    public Answer<Acted> read(CaseNo no, int rno, Actor customer) {
        return acting.on(no, customer, desk -> {
            if (desk.file.receipts.stream().noneMatch(receipt -> receipt.rno() == rno)) {
                return Answer.refused(Refusal.of(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-receipt", rno)));
            }
            boolean unserved = desk.file.receipts.stream().anyMatch(receipt -> receipt.rno() == rno && receipt.servedOn() == null && !receipt.superseded());
            return unserved ? serve(desk, rno, ServiceManner.PORTAL_READ, Said.NOW) : desk.done();
        });
    }

    /**
     * Records a signature. One by a code is not simply said to have happened: {@link #acknowledgeByCode} is for who has seen the code.
     *
     * @param witnesses both names where the customer refused to sign
     * @param drawing   the file of what she drew, where she signed on the screen
     */
    public Answer<Acted> acknowledge(CaseNo no, int rno, Signature signature, String signer, List<String> witnesses, @Nullable String drawing, Actor actor) {
        return signature == Signature.ONE_TIME_CODE ? Answer.invalid(List.of(Violation.at("signature", "casework.code-not-seen")))
                : sign(no, rno, signature, signer, witnesses, drawing, actor);
    }

    /** The customer proved by a code sent to the case's telephone that it is she who signs (验证码签收). */
    public Answer<Acted> acknowledgeByCode(CaseNo no, int rno, String signer, Actor customer) {
        return sign(no, rno, Signature.ONE_TIME_CODE, signer, List.of(), null, customer);
    }

    private Answer<Acted> sign(CaseNo no, int rno, Signature signature, String signer, List<String> witnesses, @Nullable String drawing, Actor actor) {
        return acting.on(no, actor, desk -> {
            var refusal = refusal(desk, rno, CaseAct.ACKNOWLEDGE, List.of());
            if (refusal.isPresent()) {
                return Answer.refused(refusal.get());
            }
            LocalDate today = desk.moment.today();
            return switch (papers.acknowledge(desk.file.unit(), no, rno, new Acknowledgement(signature, today, signer, witnesses, drawing), actor)) {
                case Answer.Refused<Receipt>(Refusal why) -> Answer.refused(why);
                case Answer.Done<Receipt>(Receipt receipt) -> {
                    ReceiptRows.replace(desk.file, receipt);
                    var event = new TreeMap<String, Object>(Map.of("receipt", rno, "kind", receipt.kind(), "how", signature.name(), "signer", signer, "witnesses", witnesses));
                    if (drawing != null) {
                        event.put("drawing", drawing);
                    }
                    desk.file.record(desk.moment, EventKind.RECEIPT_ACKNOWLEDGED, event);
                    desk.message("receipt.acknowledged", Map.of("receipt", rno, "kind", receipt.kind()));
                    yield desk.done();
                }
            };
        });
    }

    private Optional<Refusal> refusal(Desk desk, int rno, CaseAct act, List<Violation> others) {
        if (desk.file.receipts.stream().noneMatch(receipt -> receipt.rno() == rno)) {
            return Optional.of(Refusal.of(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-receipt", rno)));
        }
        var forbidden = duties.mayAct(desk, act);
        if (!forbidden.isEmpty()) {
            return Optional.of(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
        }
        return others.isEmpty() ? Optional.empty() : Optional.of(Refusal.invalid(others));
    }
}
