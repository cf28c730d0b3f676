package org.yekuo.bench.pages;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import org.yekuo.bench.engine.Papers;
import org.yekuo.bench.http.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person of the sample province who speaks REST to the other process. */
final class Clerk {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AREA = "L340121X%02d";

    private final Browser browser;
    private final String base;
    private final String token;

    Clerk(int port, String login) {
        this.browser = new Browser(port);
        this.base = "http://localhost:" + port + "/api/v1";
        var answer = browser.send(HttpRequest.newBuilder(URI.create(base + "/tokens")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("username", login, "password", org.yekuo.drill.SampleAccounts.PASSWORD)))));
        this.token = JSON.readTree(answer.body()).path("token").asString();
    }

    String token() {
        return token;
    }

    /** Takes a shop's application; answers its number, or nothing. */
    String apply() {
        var answer = post("/applications", Papers.of("acceptance", Papers.unique(), AREA.formatted(0), Papers.DAY));
        return answer.path("caseNo").asString("");
    }

    boolean dispatch(String no) {
        return post("/cases/" + no + "/stages/dispatch", Map.of("round", 1, "result", Papers.of("dispatch", 0, "", Papers.DAY))).path("status").asString("").equals("ACCEPTED");
    }

    boolean survey(String no, String area) {
        return post("/cases/" + no + "/stages/survey", Map.of("round", 1, "result", Papers.of("survey", 0, area, Papers.DAY))).path("status").asString("").equals("ACCEPTED");
    }

    /** Sends in a scan; answers whether it was kept. */
    boolean upload(byte[] content) {
        return browser.send(request("/files?name=scan.pdf").header("Content-Type", "application/pdf").POST(HttpRequest.BodyPublishers.ofByteArray(content))).statusCode() < 300;
    }

    private JsonNode post(String path, Object body) {
        var answer = browser.send(request(path).header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }
}
