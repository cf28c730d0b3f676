package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.casework.ReadingCase;
import org.yekuo.customer.AccountChange;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.Arrear;
import org.yekuo.customer.Arrears;
import org.yekuo.customer.ConsumerAccount;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/** An account (户号) as whoever may see one of its cases may see it: capacity, what it was before, and what it owes. */
@Tag(name = "2 案件 Cases", description = "一案一页：概况、环节、时限、台账、回执")
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsApi {

    /**
     * @param account as it is now
     * @param changes what it was before each change, the oldest first
     * @param arrears what it owes
     */
    record Account(ConsumerAccount account, List<AccountChange> changes, List<Arrear> arrears) {}

    private final Accounts accounts;
    private final Arrears arrears;
    private final ReadingCase reading;
    private final CurrentStaff current;

    AccountsApi(Accounts accounts, Arrears arrears, ReadingCase reading, CurrentStaff current) {
        this.accounts = accounts;
        this.arrears = arrears;
        this.reading = reading;
        this.current = current;
    }

    @GetMapping("/{no}")
    Account account(@PathVariable String no) {
        return ConsumerNo.parse(no).flatMap(accounts::find).map(found -> new Account(found, accounts.history(found.consumerNo()),
                arrears.arrearsOf(found.consumerNo().unit(), found.customerId()).stream().filter(arrear -> arrear.consumerNo().equals(found.consumerNo())).toList()))
                .filter(this::seen).orElseThrow(() -> new RefusedRequest(HttpStatus.NOT_FOUND, List.of(Violation.of("customer.account-unknown", no))));
    }

    /** The case that opened it, or one that changed it, is the reader's to see. */
    private boolean seen(Account found) {
        Stream<CaseNo> cases = Stream.concat(Stream.of(found.account().openedBy()), found.changes().stream().map(AccountChange::by));
        return cases.anyMatch(no -> reading.summary(no, current.actor()).isPresent());
    }
}
