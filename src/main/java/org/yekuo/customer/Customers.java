package org.yekuo.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** The customers of each city company (用电客户). Writes take part in the caller's transaction. */
public interface Customers {

    /** Everything wrong with {@code party} on {@code today}: numbers, phones, the agent's authority. Fields are named as in {@link Party}. */
    List<Violation> check(Party party, LocalDate today);

    /**
     * Finds the customer with this identity in the city of {@code unit}, or files a new one. A known customer keeps her name: another name on the
     * same identity number is noted and returned as the warning {@code customer.name-differs}; contact, phone and agent are brought up to date
     * by staff only; from a customer's own act another phone is the warning {@code customer.phone-differs}, and the phone on file stays. A party
     * without an identity number is always new. Does not {@link #check}: a first contact is filed as it is.
     */
    CustomerRef register(UnitCode unit, Party party, Actor by);

    /**
     * The same for many at once, as old records name them: what a known customer's file says of contact and phone stays, for it is newer. Answers their numbers in the
     * order of the parties. Somebody else who files one of the identities meanwhile makes the transaction fail.
     */
    List<Long> registerAll(UnitCode unit, List<Party> parties, Actor by);

    Optional<CustomerRef> byIdentity(UnitCode unit, IdType idType, String idNumber);

    /** The customer with her numbers masked. */
    Optional<CustomerView> view(UnitCode unit, long customerId);

    /** The customer with her numbers in full. Who looked, when and why is kept; without a reason it is refused. */
    Answer<CustomerView> unmask(UnitCode unit, long customerId, Actor by, String reason);

    /** Customers of the city of {@code unit}, masked, by a piece of the name or the last four characters of an identity number or phone. */
    List<CustomerView> search(UnitCode unit, String words, int limit);
}
