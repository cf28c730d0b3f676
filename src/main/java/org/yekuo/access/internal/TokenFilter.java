package org.yekuo.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.yekuo.calendar.MachineClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;

/** Knows a caller by her bearer token, as long as she is with the company. */
class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private static final String FIND = """
            select staff_no from access_token where token_hash = ? and expires_at > ? and revoked_at is null""";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final MachineClock clock;

    TokenFilter(JdbcClient jdbc, Organisation organisation, MachineClock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            jdbc.sql(FIND).params(TokenHash.of(header.substring(BEARER.length()).strip()), Timestamp.from(clock.now())).query(String.class).optional()
                    .filter(staffNo -> organisation.staff(staffNo).filter(Staff::active).isPresent())
                    .ifPresent(staffNo -> {
                        var context = SecurityContextHolder.createEmptyContext();
                        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(staffNo, null, List.of()));
                        SecurityContextHolder.setContext(context);
                    });
        }
        chain.doFilter(request, response);
    }
}
