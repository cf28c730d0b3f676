package org.yekuo.portal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.casework.Acted;
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
 * The customer signs a receipt (验证码签收) with a code that was sent to the telephone on her file. The number is shown to nobody; that it was
 * looked up is kept like every look-up.
 */
@Component
public class SigningByCode {

    private static final String WHY = "客户以短信验证码签收回执";

    private final ReadingCase reading;
    private final Customers customers;
    private final ProvingPhone proving;
    private final ServingReceipt serving;

    SigningByCode(ReadingCase reading, Customers customers, ProvingPhone proving, ServingReceipt serving) {
        this.reading = reading;
        this.customers = customers;
        this.proving = proving;
        this.serving = serving;
    }

    /** Sends a code to the case's telephone; what stands against it otherwise. */
    public List<Violation> send(CaseNo no, Actor customer, String address) {
        return phone(no, customer).map(phone -> at(proving.send(phone, address))).orElse(notThere(no));
    }

    /** Signs receipt {@code rno}, for the right code. A code is good for one signature. */
    public Answer<Acted> sign(CaseNo no, int rno, String signer, String code, Actor customer) {
        var phone = phone(no, customer);
        if (phone.isEmpty()) {
            return Answer.refused(new Refusal(Refusal.Kind.NOT_FOUND, notThere(no)));
        }
        return switch (proving.prove(phone.get(), code)) {
            case Answer.Refused<String>(Refusal refusal) -> Answer.refused(new Refusal(refusal.kind(), at(refusal.violations())));
            case Answer.Done<String>(String proof) -> {
                proving.spend(proof);
                yield serving.acknowledgeByCode(no, rno, signer, customer);
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
