package org.yekuo.casework.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.customer.Bigrams;

/** Conditions of a query, with what they compare with, in one order. */
final class InboxSearch {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> params = new ArrayList<>();

    InboxSearch and(String condition, Object... values) {
        conditions.add(condition);
        params.addAll(List.of(values));
        return this;
    }

    /** What a person typed: a case number, four digits of a phone, or words of a customer or an address; case_search, case_by_phone_tail. */
    InboxSearch words(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return this;
        }
        var plain = words.strip();
        var of = "exists (select 1 from connection_case s where s.unit = p.unit and s.case_no = p.case_no and %s)";
        if (plain.matches("\\d{14}")) {
            return and(of.formatted("(s.case_no = ? or s.original_no = ?)"), plain, plain);
        }
        return plain.matches("\\d{4}") ? and(of.formatted("s.phone_tail = ?"), plain)
                : and(of.formatted("s.search @> ?::text[]"), (Object) Bigrams.of(plain).toArray(String[]::new));
    }

    /** What the filters of a list leave over. */
    InboxSearch filters(ReadingInbox.Query query) {
        if (query.unit() != null) {
            and("p.responsible_unit = ?", query.unit().value());
        }
        if (query.role() != null) {
            and("p.role = ?", query.role().name());
        }
        if (query.stage() != null) {
            and("p.stage = ?", query.stage());
        }
        return words(query.words());
    }

    String text() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    List<Object> params() {
        return params;
    }
}
