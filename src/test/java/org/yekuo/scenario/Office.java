package org.yekuo.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.yekuo.document.PlainPdf;
import org.yekuo.drill.SampleAccounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample province's staff at their desks, speaking REST to the running program. */
public final class Office {

    /** An answer: its status and its JSON. */
    public record Reply(int status, JsonNode body) {

        public boolean ok() {
            return status < 300;
        }

        /** The rules a refusal names. */
        public List<String> rules() {
            return body.path("violations").valueStream().map(violation -> violation.path("rule").asString()).toList();
        }

        public List<String> sentences() {
            return body.path("violations").valueStream().map(violation -> violation.path("sentence").asString()).toList();
        }

        public List<String> fields() {
            return body.path("violations").valueStream().map(violation -> violation.path("field").asString("")).toList();
        }

        public Reply mustSucceed() {
            if (!ok()) {
                throw new AssertionError(status + " " + sentences() + " " + fields() + " " + body);
            }
            return this;
        }

        public String caseNo() {
            return body.path("caseNo").asString();
        }

        public String caseStatus() {
            return body.path("status").asString();
        }

        /** The stages somebody has a turn in. */
        public List<String> turns() {
            return body.path("summary").path("turns").valueStream().map(turn -> turn.path("stage").asString()).distinct().toList();
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public Office(int port) {
        this.base = "http://localhost:" + port + "/api/v1";
    }

    /** Makes it ten in the morning of a day. */
    public void day(String day) {
        send("PUT", "cf.kf1", "/drill/clock", JSON.writeValueAsString(Map.of("at", LocalDate.parse(day) + "T02:20:00Z")), null).mustSucceed();
    }

    public Reply get(String login, String path) {
        return send("GET", login, path, null, null);
    }

    public Reply post(String login, String path, Object body) {
        return post(login, path, body, UUID.randomUUID().toString());
    }

    public Reply post(String login, String path, Object body, String key) {
        return send("POST", login, path, JSON.writeValueAsString(body), key);
    }

    /** What comes as a file. */
    public byte[] download(String login, String path) {
        try {
            var answer = http.send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token(login)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.statusCode() + " " + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** A page as somebody signed in at a browser gets it. */
    public String page(String login, String path) {
        try {
            var answer = http.send(HttpRequest.newBuilder(URI.create(base.replace("/api/v1", path))).header("Cookie", "yekuo-session=" + token(login)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** A file as the body. */
    public Reply upload(String login, String path, String type, byte[] content) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(content)), login,
                UUID.randomUUID().toString());
    }

    public Reply raw(String login, String path, String body) {
        return send("POST", login, path, body, UUID.randomUUID().toString());
    }

    /** Uploads a scan whose content is {@code text}; answers its file id. */
    public String upload(String login, String text) {
        var request = HttpRequest.newBuilder(URI.create(base + "/files?name=scan.pdf")).header("Content-Type", "application/pdf")
                .header("Authorization", "Bearer " + token(login)).POST(HttpRequest.BodyPublishers.ofByteArray(PlainPdf.of(text)));
        return send(request).mustSucceed().body().path("fileId").asString();
    }

    /** A letter of the customer as proof, its scan uploaded. */
    public Map<String, Object> letter(String login) {
        return Map.of("kind", "CUSTOMER_LETTER", "fileId", upload(login, "letter " + Numbers.unique()));
    }

    private String token(String login) {
        return tokens.computeIfAbsent(login, name -> send("POST", null, "/tokens",
                JSON.writeValueAsString(Map.of("username", name, "password", SampleAccounts.PASSWORD)), null).mustSucceed().body().path("token").asString());
    }

    private Reply send(String method, String login, String path, String body, String key) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return send(request, login, key);
    }

    private Reply send(HttpRequest.Builder request, String login, String key) {
        if (login != null) {
            request.header("Authorization", "Bearer " + token(login));
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var text = response.body();
            return new Reply(response.statusCode(), JSON.readTree(text.isEmpty() ? "{}" : text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
