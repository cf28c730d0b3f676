package org.yekuo.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yekuo.database.Availability;
import org.yekuo.database.Availability.Missing;
import org.yekuo.language.Sentences;
import org.yekuo.vocabulary.Violation;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whom the database can't serve to come again (503, {@code Retry-After}): at once where a crowd waits already, else when no connection came in time or the server is
 * away. What was begun is rolled back. There are no places to take up here: a slow upload would keep one and needs no connection while it lasts.
 */
class Door extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** A flood is one line in so much time, not one for each request. */
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Availability database;
    private final Sentences sentences;
    private final JsonMapper mapper;
    private final AtomicLong unsaid = new AtomicLong();
    private final AtomicLong lastLine = new AtomicLong(System.nanoTime() - BETWEEN_LINES.toNanos());

    Door(Availability database, Sentences sentences, JsonMapper mapper) {
        this.database = database;
        this.sentences = sentences;
        this.mapper = mapper;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (database.isCrowded()) {
            turnAway(Missing.CROWDED, "as many wait as can be served soon", request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException fault) {
            var missing = Availability.missing(fault);
            if (missing.isEmpty() || response.isCommitted()) {
                throw fault;
            }
            turnAway(missing.get(), root(fault), request, response);
        }
    }

    private void turnAway(Missing why, String cause, HttpServletRequest request, HttpServletResponse response) throws IOException {
        note(why, cause);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(AGAIN.toSeconds()));
        if (request.getRequestURI().startsWith("/api/")) {
            response.resetBuffer();
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getWriter().write(mapper.writeValueAsString(problem(why)));
        } else {
            // The page of errors asks nothing of the database; it offers this address again where that was only read.
            request.setAttribute("again", request.getMethod().equals("GET"));
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    private ProblemDetail problem(Missing why) {
        var violation = switch (why) {
            case CROWDED -> Violation.of("access.crowded", AGAIN.toSeconds());
            case AWAY -> Violation.of("access.database-away", AGAIN.toSeconds());
        };
        var title = sentences.of("access.not-now");
        var sentence = sentences.of(violation);
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, sentence.zh());
        problem.setTitle(title.zh());
        problem.setProperty("titleEn", title.en());
        problem.setProperty("code", violation.rule());
        problem.setProperty("violations", List.of(Map.of("rule", violation.rule(), "sentence", sentence.zh(), "sentenceEn", sentence.en())));
        return problem;
    }

    private void note(Missing why, String cause) {
        unsaid.incrementAndGet();
        long last = lastLine.get();
        long now = System.nanoTime();
        if (now - last < BETWEEN_LINES.toNanos() || !lastLine.compareAndSet(last, now)) {
            return;
        }
        long turned = unsaid.getAndSet(0);
        switch (why) {
            case CROWDED -> LOG.warn("Told to come again (503): {} since the last such line. All connections to the database are taken ({}).", turned, cause);
            case AWAY -> LOG.error("Told to come again (503): {} since the last such line. The database is away ({}).", turned, cause);
        }
    }

    /** The first line of what it comes of: no further one, which may show a row. */
    private static String root(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
