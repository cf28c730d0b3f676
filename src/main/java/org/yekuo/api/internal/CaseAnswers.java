package org.yekuo.api.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ReadingCase;
import org.yekuo.customer.CustomerView;
import org.yekuo.customer.Customers;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Cases as JSON; personal numbers are masked. */
@Component
public class CaseAnswers {

    /** A case with its customer. */
    public record CaseJson(ReadingCase.Summary summary, @Nullable CustomerView customer, List<Map<String, Object>> warnings) {

        /** Flat for callers: what they look for first stands at the top. */
        @com.fasterxml.jackson.annotation.JsonProperty
        public String caseNo() {
            return summary.caseNo().value();
        }

        @com.fasterxml.jackson.annotation.JsonProperty
        public String status() {
            return summary.status();
        }
    }

    private final Customers customers;
    private final Problems problems;

    CaseAnswers(Customers customers, Problems problems) {
        this.customers = customers;
        this.problems = problems;
    }

    public CaseJson of(ReadingCase.Summary summary, List<Map<String, Object>> warnings) {
        return new CaseJson(summary, customers.view(new UnitCode(summary.unit()), summary.customerId()).orElse(null), warnings);
    }

    /** The number in a path; a number that can't be one is a case that isn't there. */
    public CaseNo number(String text) {
        return CaseNo.parse(text).orElseThrow(() -> new RefusedRequest(HttpStatus.NOT_FOUND, List.of(Violation.of("casework.no-such-case", text))));
    }

    public ResponseEntity<Object> notThere(CaseNo no) {
        return problems.of(Refusal.of(Refusal.Kind.NOT_FOUND, Violation.of("casework.no-such-case", no)));
    }
}
