package org.yekuo.api.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yekuo.language.Sentences;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Writes refusals as problems (RFC 9457): a stable code, and everything that was wrong, each with its sentence in both languages and its clause. */
@Component
public class Problems {

    private final Sentences sentences;

    Problems(Sentences sentences) {
        this.sentences = sentences;
    }

    public ResponseEntity<Object> of(Refusal refusal) {
        return of(status(refusal.kind()), refusal.violations());
    }

    public ResponseEntity<Object> of(HttpStatus status, List<Violation> violations) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(detail(status, violations));
    }

    public ProblemDetail detail(HttpStatus status, List<Violation> violations) {
        var title = sentences.of("api.status." + status.value());
        var problem = ProblemDetail.forStatus(status);
        problem.setTitle(title.zh());
        problem.setProperty("titleEn", title.en());
        problem.setDetail(violations.isEmpty() ? title.zh() : sentences.of(violations.getFirst()).zh());
        problem.setProperty("code", violations.size() == 1 ? violations.getFirst().rule() : "api." + status.value());
        problem.setProperty("violations", listed(violations));
        return problem;
    }

    /** What was wrong as every answer lists it: rule, sentence in both languages, and field and clause where there are. */
    public List<Map<String, Object>> listed(List<Violation> violations) {
        return violations.stream().map(this::listed).toList();
    }

    private Map<String, Object> listed(Violation violation) {
        var text = sentences.of(violation);
        var entry = new TreeMap<String, Object>(Map.of("rule", violation.rule(), "sentence", text.zh(), "sentenceEn", text.en()));
        if (violation.field() != null) {
            entry.put("field", violation.field());
        }
        if (violation.clause() != null) {
            entry.put("clause", violation.clause().value());
        }
        return entry;
    }

    static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
