package org.yekuo.customer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Consumer accounts (户号). Writes take part in the caller's transaction. */
public interface Accounts {

    /** Opens an account; the same case and premises again answer the account they opened. */
    ConsumerAccount open(AccountOrder order);

    /** Gives an account another customer, capacity, voltage or tariff (增容, 减容, 过户, 改压, 改类); what it was is kept with the case that changed it. */
    Answer<ConsumerAccount> change(ConsumerNo consumerNo, AccountOrder to);

    /** Closes an account (销户). */
    Answer<ConsumerAccount> close(ConsumerNo consumerNo, CaseNo by, LocalDate on);

    Optional<ConsumerAccount> find(ConsumerNo consumerNo);

    /** What an account was before each case that changed it, the oldest first (用电变更记录). */
    List<AccountChange> history(ConsumerNo consumerNo);

    /** Accounts of a customer, open ones first. */
    List<ConsumerAccount> ofCustomer(UnitCode unit, long customerId);

    /** Of these places those with an open account, by address, and the account's number. */
    Map<StandardAddress, ConsumerNo> openAt(UnitCode unit, Collection<StandardAddress> places);

    /** Accounts at a place, open ones first. */
    List<ConsumerAccount> atPremises(UnitCode unit, long premisesId);
}
