package org.yekuo.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yekuo.access.PageSession;
import org.yekuo.calendar.MachineClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;

/** Knows a caller by her token, as long as she is with the company: programs bring it in a header, browsers in a cookie. */
class TokenFilter extends OncePerRequestFilter {

    /** Where a token is looked for. */
    enum From { HEADER, COOKIE }

    private static final String BEARER = "Bearer ";

    private static final String FIND = """
            select staff_no from access_token where token_hash = ? and expires_at > ? and revoked_at is null""";

    private final From from;
    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final MachineClock clock;

    TokenFilter(From from, JdbcClient jdbc, Organisation organisation, MachineClock clock) {
        this.from = from;
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        token(request).flatMap(token -> jdbc.sql(FIND).params(TokenHash.of(token), Timestamp.from(clock.now())).query(String.class).optional())
                .filter(staffNo -> organisation.staff(staffNo).filter(Staff::active).isPresent())
                .ifPresent(staffNo -> {
                    var context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(staffNo, null, List.of()));
                    SecurityContextHolder.setContext(context);
                });
        chain.doFilter(request, response);
    }

    private Optional<String> token(HttpServletRequest request) {
        return switch (from) {
            case HEADER -> Optional.ofNullable(request.getHeader("Authorization")).filter(header -> header.startsWith(BEARER))
                    .map(header -> header.substring(BEARER.length()).strip());
            case COOKIE -> PageSession.token(request);
        };
    }
}
