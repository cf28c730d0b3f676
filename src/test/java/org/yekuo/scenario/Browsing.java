package org.yekuo.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: it keeps its cookies, follows where it is led, and posts forms with the word they carry. */
final class Browsing {

    private static final Pattern WORD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String base;

    Browsing(int port) {
        base = "http://localhost:" + port;
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** Posts a form that stands on the page {@code on}. */
    HttpResponse<String> post(String on, String path, Map<String, String> said) {
        var body = said.entrySet().stream().map(one -> encode(one.getKey()) + "=" + encode(one.getValue())).collect(Collectors.joining("&"));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + encode(word(on)))));
    }

    /** Sends a file as the body, as the page does while a form is filled. */
    HttpResponse<String> upload(String on, String path, byte[] content) {
        return send(request(path).header("Content-Type", "application/pdf").header("X-XSRF-TOKEN", word(on)).POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    private String word(String on) {
        var found = WORD.matcher(get(on).body());
        if (!found.find()) {
            throw new AssertionError("no form on " + on);
        }
        return found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "zh-CN");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
