package org.yekuo.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who applies (用电人), as she says it. Nothing is checked here: a first contact may know little. {@link Customers#check} judges it.
 *
 * @param idNumber empty while it is not known
 * @param contact  whom to ring up; null when it is the customer herself
 * @param agent    who acts for her (受托人), or null
 */
public record Party(String name, IdType idType, String idNumber, @Nullable String contact, String phone, @Nullable Agent agent) {

    /** Who acts under a letter of authority (授权委托书); {@code authorisedUntil} is the last day of it, null when the letter names none. */
    public record Agent(String name, String idNumber, String phone, @Nullable LocalDate authorisedUntil) {}
}
