package org.yekuo.api.internal;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.yekuo.database.Availability;
import org.yekuo.form.WrongPage;
import org.yekuo.vocabulary.Violation;

/** Turns what goes wrong outside the acts into problems; nothing of the program's inside is shown. */
@RestControllerAdvice("org.yekuo.api")
class RequestFaults {

    private static final Logger LOG = LoggerFactory.getLogger(RequestFaults.class);

    private final Problems problems;

    RequestFaults(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RefusedRequest refused) {
        return problems.of(refused.status(), refused.violations());
    }

    @ExceptionHandler
    ResponseEntity<Object> wrongPage(WrongPage wrong) {
        return problems.of(HttpStatus.BAD_REQUEST, List.of(wrong.violation()));
    }

    @ExceptionHandler
    ResponseEntity<Object> noSuchPath(NoResourceFoundException fault) {
        return problems.of(HttpStatus.NOT_FOUND, List.of(Violation.of("api.no-such-path", "/" + fault.getResourcePath())));
    }

    @ExceptionHandler
    ResponseEntity<Object> wrongMethod(HttpRequestMethodNotSupportedException fault) {
        return problems.of(HttpStatus.METHOD_NOT_ALLOWED, List.of(Violation.of("api.wrong-method", fault.getMethod())));
    }

    @ExceptionHandler
    ResponseEntity<Object> wrongType(HttpMediaTypeException fault) {
        return problems.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, List.of(Violation.of("api.not-json", "?")));
    }

    @ExceptionHandler
    ResponseEntity<Object> missing(MissingServletRequestParameterException fault) {
        return problems.of(HttpStatus.BAD_REQUEST, List.of(Violation.at(fault.getParameterName(), "api.parameter-missing", fault.getParameterName())));
    }

    @ExceptionHandler
    ResponseEntity<Object> mistyped(MethodArgumentTypeMismatchException fault) {
        return problems.of(HttpStatus.BAD_REQUEST,
                List.of(Violation.at(fault.getName(), "api.parameter-mistyped", fault.getName(), String.valueOf(fault.getValue()))));
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(MaxUploadSizeExceededException fault) {
        return problems.of(HttpStatus.CONTENT_TOO_LARGE, List.of(Violation.of("api.too-large", 50)));
    }

    /** Where the database can't be had, the door says so ({@code access}). */
    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception fault) throws Exception {
        if (Availability.missing(fault).isPresent()) {
            throw fault;
        }
        var incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {}", incident, fault);
        return problems.of(HttpStatus.INTERNAL_SERVER_ERROR, List.of(Violation.of("api.incident", incident)));
    }
}
