package org.yekuo.customer.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.customer.AccountChange;
import org.yekuo.customer.AccountOrder;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.ConsumerAccount;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.customer.StandardAddress;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

@Service
class OpenedAccounts implements Accounts {

    private final AccountStore store;

    OpenedAccounts(AccountStore store) {
        this.store = store;
    }

    @Override
    @Transactional
    public ConsumerAccount open(AccountOrder order) {
        return store.openedBy(order.caseNo(), order.premisesId()).orElseGet(() -> {
            store.insert(store.nextNumber(order.caseNo().unit()), order);
            return store.openedBy(order.caseNo(), order.premisesId()).orElseThrow();
        });
    }

    @Override
    @Transactional
    public Answer<ConsumerAccount> change(ConsumerNo consumerNo, AccountOrder to) {
        return store.lock(consumerNo).map(account -> account.isOpen() ? Answer.done(store.change(consumerNo, to)) : closed(account))
                .orElseGet(() -> unknown(consumerNo));
    }

    @Override
    @Transactional
    public Answer<ConsumerAccount> close(ConsumerNo consumerNo, CaseNo by, LocalDate on) {
        return store.lock(consumerNo).map(account -> account.isOpen() ? Answer.done(store.close(consumerNo, by, on)) : closed(account))
                .orElseGet(() -> unknown(consumerNo));
    }

    @Override
    public Optional<ConsumerAccount> find(ConsumerNo consumerNo) {
        return store.find(consumerNo);
    }

    @Override
    public List<AccountChange> history(ConsumerNo consumerNo) {
        return store.history(consumerNo);
    }

    @Override
    public List<ConsumerAccount> ofCustomer(UnitCode unit, long customerId) {
        return store.ofCustomer(unit.city(), customerId);
    }

    @Override
    public Map<StandardAddress, ConsumerNo> openAt(UnitCode unit, Collection<StandardAddress> places) {
        return places.isEmpty() ? Map.of() : store.openAt(unit.city(), places);
    }

    @Override
    public List<ConsumerAccount> atPremises(UnitCode unit, long premisesId) {
        return store.atPremises(unit.city(), premisesId);
    }

    static <T> Answer<T> unknown(ConsumerNo consumerNo) {
        return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.at("consumerNo", "customer.account-unknown", consumerNo));
    }

    private static Answer<ConsumerAccount> closed(ConsumerAccount account) {
        return Answer.refused(Refusal.Kind.CONFLICT, Violation.at("consumerNo", "customer.account-closed", account.consumerNo(), String.valueOf(account.closedOn())));
    }
}
