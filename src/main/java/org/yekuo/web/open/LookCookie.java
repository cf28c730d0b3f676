package org.yekuo.web.open;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/** The cookie of a customer's open look: no script can read it, no other site can send it. */
final class LookCookie {

    private static final String NAME = "yekuo-case";

    private LookCookie() {}

    static ResponseCookie open(String token, HttpServletRequest request) {
        return cookie(token, request).build();
    }

    static ResponseCookie close(HttpServletRequest request) {
        return cookie("", request).maxAge(Duration.ZERO).build();
    }

    static Optional<String> token(HttpServletRequest request) {
        return request.getCookies() == null ? Optional.empty() : Stream.of(request.getCookies()).filter(cookie -> cookie.getName().equals(NAME))
                .map(cookie -> cookie.getValue()).filter(value -> !value.isBlank()).findFirst();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value).httpOnly(true).secure(request.isSecure()).sameSite("Lax").path("/open");
    }
}
