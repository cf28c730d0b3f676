package org.yekuo.api.internal;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.yekuo.vocabulary.Violation;

/** Carries a refusal out of the reading of a request, where there is no answer to return yet. */
public class RefusedRequest extends RuntimeException {

    private final HttpStatus status;
    private final transient List<Violation> violations;

    public RefusedRequest(HttpStatus status, List<Violation> violations) {
        super(status + " " + violations, null, false, false);
        this.status = status;
        this.violations = violations;
    }

    HttpStatus status() {
        return status;
    }

    List<Violation> violations() {
        return violations;
    }
}
