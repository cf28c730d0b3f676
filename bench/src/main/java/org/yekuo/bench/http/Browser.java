package org.yekuo.bench.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** One person at her browser, signed in by a cookie; it follows no redirect and keeps no page. */
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(30)).build();
    private static final Pattern COOKIE = Pattern.compile("([^=]+)=([^;]*)");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    public Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Signs in with a token that was put into the database for her. */
    public Browser session(String token) {
        cookies.put("yekuo-session", token);
        return this;
    }

    public Browser signIn(String login, String password) {
        var form = get("/sign-in");
        post("/sign-in", Map.of("login", login, "password", password), csrf(form.body()));
        return this;
    }

    public static String csrf(String page) {
        var found = CSRF.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, String csrf) {
        var body = new StringBuilder("_csrf=" + csrf);
        fields.forEach((name, value) -> body.append('&').append(coded(name)).append('=').append(coded(value)));
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList()));
        }
        try {
            var response = HTTP.send(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(line -> {
                var cookie = COOKIE.matcher(line);
                if (cookie.find()) {
                    cookies.put(cookie.group(1), cookie.group(2));
                }
            });
            return response;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String coded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
