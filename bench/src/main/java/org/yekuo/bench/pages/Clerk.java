package org.yekuo.bench.pages;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.yekuo.bench.engine.Papers;
import org.yekuo.bench.http.Browser;
import org.yekuo.bench.http.Load;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person of the sample province who speaks REST to the other process. */
final class Clerk {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AREA = "L340121X00";

    private final Browser browser;
    private final String base;
    private final String token;

    Clerk(int port, String login) {
        this.browser = new Browser(port);
        this.base = "http://localhost:" + port + "/api/v1";
        var answer = browser.send(HttpRequest.newBuilder(URI.create(base + "/tokens")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("username", login, "password", org.yekuo.drill.SampleAccounts.PASSWORD)))));
        this.token = JSON.readTree(written("/tokens", answer)).path("token").stringValue();
    }

    String token() {
        return token;
    }

    /** Takes a shop's application; answers its number. */
    String apply() {
        return post("/applications", Papers.of("acceptance", Papers.unique(), AREA, Papers.DAY)).path("caseNo").stringValue();
    }

    void dispatch(String no) {
        post("/cases/" + no + "/stages/dispatch", Map.of("round", 1, "result", Papers.of("dispatch", 0, "", Papers.DAY)));
    }

    /** Sends in a scan. */
    void upload(byte[] content) {
        written("/files", browser.send(request("/files?name=scan.pdf").header("Content-Type", "application/pdf").POST(HttpRequest.BodyPublishers.ofByteArray(content))));
    }

    private JsonNode post(String path, Object body) {
        return JSON.readTree(written(path, browser.send(request(path).header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))))));
    }

    /** What answers an act that was done. */
    private static String written(String path, HttpResponse<String> answer) {
        if (answer.statusCode() != 200 && answer.statusCode() != 201) {
            throw new Load.Fault("%s answered %d: %.300s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }
}
