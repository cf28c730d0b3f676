package org.yekuo.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.yekuo.access.SessionRules;
import org.yekuo.calendar.MachineClock;
import org.yekuo.database.Availability;
import org.yekuo.language.Sentences;
import org.yekuo.organisation.Organisation;
import tools.jackson.databind.json.JsonMapper;

/** What is open to everybody, what needs a token, and what browsers are told. */
@Configuration
class Gates {

    private static final String STRICT = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    /** The browsable API page styles itself inline. */
    private static final String API_PAGE = STRICT + "; style-src 'self' 'unsafe-inline'";

    private static final String UNAUTHENTICATED = """
            {"title":"请先登录","titleEn":"Please sign in","status":401,"code":"access.token-needed",\
            "detail":"此处需要登录:请以 POST /api/v1/tokens 取得令牌,放在请求头 Authorization: Bearer 之后。",\
            "violations":[{"rule":"access.token-needed","sentence":"此处需要登录:请以 POST /api/v1/tokens 取得令牌,放在请求头 Authorization: Bearer 之后。",\
            "sentenceEn":"Please sign in: get a token by POST /api/v1/tokens and send it as Authorization: Bearer."}]}""";

    private final Door door;

    Gates(Availability database, Sentences sentences, JsonMapper mapper) {
        this.door = new Door(database, sentences, mapper);
    }

    @Bean
    PasswordEncoder passwords(@Value("${yekuo.access.bcrypt-strength:10}") int strength) {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(strength)));
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, JdbcClient jdbc, Organisation organisation, MachineClock clock) {
        return http.securityMatcher("/api/**")
                // Callers bring a token with every request; there is no cookie another site could ride on.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable).httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(door, AuthorizationFilter.class)
                .addFilterBefore(new TokenFilter(TokenFilter.From.HEADER, Duration.ZERO, jdbc, organisation, clock), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/api/v1/regulations/drafts", "/api/v1/regulations/drafts/**").authenticated()
                        .requestMatchers(HttpMethod.GET, "/api/v1/calendar/due", "/api/v1/calendar/years", "/api/v1/regulations", "/api/v1/regulations/**").permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/tokens").permitAll()
                        .anyRequest().authenticated())
                .exceptionHandling(faults -> faults.authenticationEntryPoint(Gates::askForToken))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiPage(HttpSecurity http) {
        return page(http.securityMatcher("/swagger-ui.html", "/swagger-ui/**", "/webjars/**"), API_PAGE)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** The same for everybody: nobody's token is looked up, so they come when the database does not. */
    @Bean
    @Order(3)
    SecurityFilterChain files(HttpSecurity http) {
        return page(http.securityMatcher("/assets/**", "/favicon.ico", "/actuator/**"), STRICT)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/assets/**", "/favicon.ico", "/actuator/health", "/actuator/health/messages").permitAll()
                        .anyRequest().denyAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain staffPages(HttpSecurity http, SessionRules session, JdbcClient jdbc, Organisation organisation, MachineClock clock) {
        return page(http.securityMatcher("/work", "/work/**"), STRICT)
                // Another site can neither read nor guess the word a form carries.
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .addFilterBefore(door, AuthorizationFilter.class)
                .addFilterBefore(new TokenFilter(TokenFilter.From.COOKIE, session.idle(), jdbc, organisation, clock), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(faults -> faults.authenticationEntryPoint(Gates::leadToSignIn))
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain openPages(HttpSecurity http, SessionRules session, JdbcClient jdbc, Organisation organisation, MachineClock clock) {
        return page(http, STRICT)
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .addFilterBefore(door, AuthorizationFilter.class)
                .addFilterBefore(new TokenFilter(TokenFilter.From.COOKIE, session.idle(), jdbc, organisation, clock), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/", "/sign-in", "/language", "/open/**", "/styleguide", "/verify", "/verify/*").permitAll()
                        .requestMatchers("/v3/api-docs", "/v3/api-docs/**", "/error").permitAll()
                        .anyRequest().denyAll())
                .build();
    }

    private static HttpSecurity page(HttpSecurity http, String policy) {
        return http
                .requestCache(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable).httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(faults -> faults.authenticationEntryPoint(Gates::askForToken))
                .headers(headers -> headers
                        .contentSecurityPolicy(browsers -> browsers.policyDirectives(policy))
                        .referrerPolicy(browsers -> browsers.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    /** Whoever opened a page of the workbench comes back to it after signing in; a part of a page makes the whole page go there. */
    private static void leadToSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault) throws IOException {
        var query = request.getQueryString();
        var wanted = request.getMethod().equals("GET") ? request.getRequestURI() + (query == null ? "" : "?" + query) : "/work";
        var target = "/sign-in?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", target);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(target);
        }
    }

    private static void askForToken(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(UNAUTHENTICATED);
    }
}
