package org.yekuo.portal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Acted;
import org.yekuo.casework.ConfirmingPapers;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.ServingReceipt;
import org.yekuo.customer.CustomerView;
import org.yekuo.customer.Customers;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * What the customer does with a code sent to the telephone on her file (验证码办理): whoever knows number and tail of a case, her agent among them, does not have
 * it. The number is shown to nobody; that it was looked up is kept like every look-up.
 */
@Component
public class ActingByCode {

    private static final String WHY = "客户以短信验证码办理";

    private final ReadingCase reading;
    private final Customers customers;
    private final ProvingPhone proving;
    private final ServingReceipt serving;
    private final ConfirmingPapers confirming;

    ActingByCode(ReadingCase reading, Customers customers, ProvingPhone proving, ServingReceipt serving, ConfirmingPapers confirming) {
        this.reading = reading;
        this.customers = customers;
        this.proving = proving;
        this.serving = serving;
        this.confirming = confirming;
    }

    /** Sends a code to the case's telephone; what stands against it otherwise. */
    public List<Violation> send(CaseNo no, Actor customer, String address) {
        return phone(no, customer).map(phone -> at(proving.send(phone, address))).orElse(notThere(no));
    }

    /** Signs receipt {@code rno} (验证码签收). A code is good for one act. */
    public Answer<Acted> sign(CaseNo no, int rno, String signer, String code, Actor customer) {
        return with(code, no, customer, () -> serving.acknowledgeByCode(no, rno, signer, customer));
    }

    /** All of these papers, which her agent brought, are hers (确认代交资料). */
    public Answer<Acted> confirm(CaseNo no, List<Integer> papers, String code, Actor customer) {
        return with(code, no, customer, () -> confirming.confirm(no, papers, null, customer));
    }

    private Answer<Acted> with(String code, CaseNo no, Actor customer, Supplier<Answer<Acted>> act) {
        var phone = phone(no, customer);
        if (phone.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.NOT_FOUND, notThere(no)));
        }
        return switch (proving.prove(phone.get(), code)) {
            case Answer.Refused<String>(Refusal refusal) -> Answer.refused(new Refusal(refusal.kind(), at(refusal.violations())));
            case Answer.Done<String>(String proof) -> {
                proving.spend(proof);
                yield act.get();
            }
        };
    }

    private Optional<String> phone(CaseNo no, Actor customer) {
        return reading.summary(no, customer).map(summary -> customers.unmask(new UnitCode(summary.unit()), summary.customerId(), customer, WHY))
                .flatMap(answer -> answer instanceof Answer.Done<CustomerView>(var view) ? Optional.of(view.phone()) : Optional.empty());
    }

    private static List<Violation> notThere(CaseNo no) {
        return List.of(Violation.of("portal.no-such-case", no));
    }

    /** Found wrong with the code, whatever it was. */
    private static List<Violation> at(List<Violation> violations) {
        return violations.stream().map(one -> Violation.at("code", one.rule().equals("portal.no-mobile") ? "portal.no-mobile-on-file" : one.rule(), one.args().toArray())).toList();
    }
}
