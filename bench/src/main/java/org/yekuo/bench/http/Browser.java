package org.yekuo.bench.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
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

    public static String csrf(String page) {
        var found = CSRF.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /**
     * A page that must have come whole.
     *
     * @param sign stands in it, and on no page to sign in and no page of a fault
     */
    public String page(String path, String sign) {
        var answer = get(path);
        if (answer.statusCode() == 503) {
            throw new Load.Later(Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(0)));
        }
        if (answer.statusCode() != 200 || !answer.body().contains(sign)) {
            throw new Load.Fault("%s answered %d%s".formatted(path, answer.statusCode(), answer.headers().firstValue("Location").map(to -> " to " + to).orElse(" without " + sign)));
        }
        return answer.body();
    }

    /** A file, put where it is wanted as it comes; it must be of {@code type}. */
    public void download(String path, String type, Path file) throws IOException, InterruptedException {
        var answer = HTTP.send(signed(HttpRequest.newBuilder(URI.create(base + path)).GET()).timeout(Duration.ofMinutes(30)).build(), HttpResponse.BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200 || !answer.headers().firstValue("Content-Type").orElse("").startsWith(type)) {
            throw new Load.Fault("%s answered %d, %s".formatted(path, answer.statusCode(), answer.headers().map()));
        }
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, String csrf) {
        var body = new StringBuilder("_csrf=" + csrf);
        fields.forEach((name, value) -> body.append('&').append(coded(name)).append('=').append(coded(value)));
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(signed(request).timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
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

    private HttpRequest.Builder signed(HttpRequest.Builder request) {
        return cookies.isEmpty() ? request : request.header("Cookie", String.join("; ", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList()));
    }

    public static String coded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
