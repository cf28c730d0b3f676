package org.yekuo.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yekuo.access.PageSession;
import org.yekuo.calendar.MachineClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;

/**
 * Knows a caller by her token, as long as she is with the company: programs bring it in a header, browsers in a cookie. A browser nobody has
 * touched for a while is asked to sign in again; a page that refreshes itself does not count as touched. With a one-time password a program
 * may do nothing, and a browser only choose another.
 */
class TokenFilter extends OncePerRequestFilter {

    /** Where a token is looked for. */
    enum From { HEADER, COOKIE }

    private static final String BEARER = "Bearer ";

    /** Says that no person asked: a part of a page that refreshes itself. */
    private static final String BY_ITSELF = "X-Yekuo-Refresh";

    private static final String CHOOSE = "/work/me/password";

    /** Where a one-time password is known, by decoded path; anywhere else she is nobody. */
    private static final Set<String> WITH_ONE_TIME = Set.of(CHOOSE, "/work/sign-out", "/language");

    private static final String FIND = """
            select t.staff_no, t.login, coalesce(t.last_used_at, t.issued_at) as used, a.one_time_until is not null as one_time
            from access_token t join account a on a.login = t.login
            where t.token_hash = ? and t.expires_at > ? and t.revoked_at is null""";

    private static final String TOUCH = "update access_token set last_used_at = ? where token_hash = ?";

    private static final Duration TO_THE_MINUTE = Duration.ofMinutes(1);

    private record Holder(String staffNo, String login, Instant used, boolean oneTime) {}

    private final From from;
    private final Duration idle;
    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final MachineClock clock;

    TokenFilter(From from, Duration idle, JdbcClient jdbc, Organisation organisation, MachineClock clock) {
        this.from = from;
        this.idle = idle;
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var hash = token(request).map(TokenHash::of);
        var holder = hash.flatMap(this::holder).filter(one -> organisation.staff(one.staffNo()).filter(Staff::active).isPresent());
        boolean mayChoose = from == From.COOKIE && WITH_ONE_TIME.contains(path(request));
        if (holder.isPresent() && holder.get().oneTime() && from == From.COOKIE && !mayChoose && path(request).startsWith("/work")) {
            response.sendRedirect(CHOOSE);
            return;
        }
        holder.filter(one -> !one.oneTime() || mayChoose).ifPresent(one -> {
            touch(one, hash.orElseThrow(), request);
            var authentication = UsernamePasswordAuthenticationToken.authenticated(one.staffNo(), null, List.of());
            authentication.setDetails(one.login());
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication);
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    /** The path as the program understands it, whatever was written percent-encoded. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private Optional<Holder> holder(String hash) {
        var now = clock.now();
        return jdbc.sql(FIND).params(hash, Timestamp.from(now)).query((row, i) -> new Holder(row.getString("staff_no"), row.getString("login"),
                        row.getTimestamp("used").toInstant(), row.getBoolean("one_time"))).optional()
                .filter(one -> from == From.HEADER || idle.isZero() || one.used().plus(idle).isAfter(now));
    }

    /** Written at most once a minute. */
    private void touch(Holder holder, String hash, HttpServletRequest request) {
        var now = clock.now();
        if (from == From.COOKIE && request.getHeader(BY_ITSELF) == null && holder.used().plus(TO_THE_MINUTE).isBefore(now)) {
            jdbc.sql(TOUCH).params(Timestamp.from(now), hash).update();
        }
    }

    private Optional<String> token(HttpServletRequest request) {
        return switch (from) {
            case HEADER -> Optional.ofNullable(request.getHeader("Authorization")).filter(header -> header.startsWith(BEARER))
                    .map(header -> header.substring(BEARER.length()).strip());
            case COOKIE -> PageSession.token(request);
        };
    }
}
