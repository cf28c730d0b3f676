package org.yekuo.stage.acceptance;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.ConsumerAccount;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.customer.CustomerRef;
import org.yekuo.customer.PremisesRef;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * The account (户号) whose capacity is to be increased (增容): the applicant's own, open, at the place applied for, and of less capacity than is
 * wanted. What is wanted is the capacity after the increase; it decides class, voltage and limits, and becomes the account's when power is on.
 */
@Component
class NamedAccount {

    static final String MORE_CAPACITY = "CAPACITY_INCREASE";

    private final Accounts accounts;

    NamedAccount(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What is wrong with the number as it was typed. */
    static List<Violation> check(ApplicationForm form) {
        var typed = form.account();
        if (!form.business().equals(MORE_CAPACITY)) {
            return typed == null ? List.of() : List.of(Violation.at("account", "acceptance.account-needless"));
        }
        return typed == null ? List.of(Violation.at("account", "acceptance.account-missing"))
                : ConsumerNo.isValid(typed) ? List.of() : List.of(Violation.at("account", "acceptance.account-unknown", typed));
    }

    /** The facts of the case with what the account has; the same facts where no account is increased. */
    Answer<Facts> facts(ApplicationForm form, ReadApplication read, CustomerRef customer, PremisesRef place) {
        return Optional.ofNullable(form.account()).flatMap(ConsumerNo::parse).map(number -> facts(number, read, customer, place)).orElse(Answer.done(read.facts()));
    }

    private Answer<Facts> facts(ConsumerNo number, ReadApplication read, CustomerRef customer, PremisesRef place) {
        var found = accounts.find(number).filter(account -> sameCity(number.unit(), read.unit()));
        // Another's account is not told from one that does not exist.
        if (found.isEmpty() || found.get().customerId() != customer.id()) {
            return Answer.invalid(List.of(Violation.at("account", "acceptance.account-unknown", number)));
        }
        var account = found.get();
        if (!account.isOpen()) {
            return Answer.invalid(List.of(Violation.at("account", "acceptance.account-closed", number, String.valueOf(account.closedOn()))));
        }
        if (account.premisesId() != place.id()) {
            return Answer.invalid(List.of(Violation.at("premises.address", "acceptance.account-elsewhere", number)));
        }
        return more(account, read);
    }

    private static Answer<Facts> more(ConsumerAccount account, ReadApplication read) {
        var wanted = read.application().load().capacityKva();
        return wanted.compareTo(account.capacityKva()) > 0
                ? Answer.done(read.facts().with("account", account.consumerNo().value()).with("existingKva", account.capacityKva()))
                : Answer.invalid(List.of(Violation.at("load.capacityKva", "acceptance.not-an-increase", account.consumerNo(), account.capacityKva().toPlainString(), wanted.toPlainString())));
    }

    private static boolean sameCity(UnitCode one, UnitCode other) {
        return one.city().equals(other.city());
    }
}
