package org.yekuo.customer.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.customer.Arrear;
import org.yekuo.customer.Arrears;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

@Service
class RecordedArrears implements Arrears {

    private final ArrearsStore store;
    private final AccountStore accounts;
    private final MachineClock clock;

    RecordedArrears(ArrearsStore store, AccountStore accounts, MachineClock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public List<Arrear> arrearsOf(UnitCode unit, long customerId) {
        return store.of(unit.city(), customerId);
    }

    @Override
    @Transactional
    public Answer<Arrear> record(ConsumerNo consumerNo, BigDecimal amount, LocalDate since, Actor by) {
        if (accounts.find(consumerNo).isEmpty()) {
            return OpenedAccounts.unknown(consumerNo);
        }
        if (amount.signum() <= 0) {
            return Answer.invalid(List.of(Violation.at("amount", "customer.arrear-not-positive", amount.toPlainString())));
        }
        var arrear = new Arrear(consumerNo, amount, since);
        store.put(arrear, clock.now(), by);
        return Answer.done(arrear);
    }

    @Override
    @Transactional
    public Answer<Arrear> clear(ConsumerNo consumerNo, Actor by) {
        return store.clear(consumerNo, clock.now(), by).map(Answer::done)
                .orElseGet(() -> Answer.refused(Refusal.Kind.NOT_FOUND, Violation.at("consumerNo", "customer.no-arrear", consumerNo)));
    }
}
