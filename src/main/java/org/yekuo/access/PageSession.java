package org.yekuo.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/** The cookie with which a browser shows that somebody is signed in (登录会话): a token no script can read and no other site can send. */
public final class PageSession {

    private static final String NAME = "yekuo-session";

    private PageSession() {}

    public static ResponseCookie open(SigningIn.Token token, HttpServletRequest request) {
        return cookie(token.value(), request).build();
    }

    /** Forgets the token; {@link SigningOut} makes it worthless. */
    public static ResponseCookie close(HttpServletRequest request) {
        return cookie("", request).maxAge(Duration.ZERO).build();
    }

    public static Optional<String> token(HttpServletRequest request) {
        return request.getCookies() == null ? Optional.empty() : Stream.of(request.getCookies())
                .filter(cookie -> cookie.getName().equals(NAME)).map(cookie -> cookie.getValue()).filter(value -> !value.isBlank()).findFirst();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value).httpOnly(true).secure(request.isSecure()).sameSite("Lax").path("/");
    }
}
