package org.yekuo.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.UnitCode;

/** A customer as one may see her. When {@code masked}, numbers show little more than their last four characters. */
public record CustomerView(UnitCode unit, long id, String name, IdType idType, String idNumber, @Nullable String contact, String phone,
        @Nullable AgentView agent, boolean masked) {

    public record AgentView(String name, String idNumber, String phone, @Nullable LocalDate authorisedUntil) {}
}
