package org.yekuo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.yekuo.drill.SampleAccounts;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Walk;
import tools.jackson.databind.json.JsonMapper;

/** Whoever the database can't serve is told to come again, in words, and may: nothing was begun that stays. */
@ExtendWith(OutputCaptureExtension.class)
class DoorIT extends Day {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern WORD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private DataSource source;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpRequest.Builder post(String path, String type, String body) {
        return to(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private CompletableFuture<HttpResponse<String>> ask(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** All connections of the pool, until they are given back. */
    private List<Connection> takeAll(HikariDataSource pool) throws SQLException {
        var taken = new ArrayList<Connection>();
        for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
            taken.add(pool.getConnection());
        }
        return taken;
    }

    private static void giveBack(List<Connection> taken) throws SQLException {
        for (var one : taken) {
            one.close();
        }
    }

    /** The form of the sign-in page, with the word and the cookie it came with. */
    private HttpRequest.Builder signingIn() {
        var page = ask(to("/sign-in")).join();
        var word = WORD.matcher(page.body());
        assertThat(word.find()).isTrue();
        return post("/sign-in", "application/x-www-form-urlencoded", "login=cf.kf1&password=" + SampleAccounts.PASSWORD + "&_csrf=" + word.group(1))
                .header("Accept", "text/html").header("Cookie", page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
    }

    private Map<String, HttpRequest.Builder> requests(String token, String application, String key) {
        var asked = new LinkedHashMap<String, HttpRequest.Builder>();
        asked.put("page", to("/work").header("Accept", "text/html").header("Cookie", "yekuo-session=" + token));
        asked.put("english", to("/work").header("Accept", "text/html").header("Cookie", "yekuo-session=" + token + "; yekuo-language=en"));
        asked.put("portal", to("/open/regulation").header("Accept", "text/html"));
        asked.put("sign-in", signingIn());
        asked.put("api", to("/api/v1/inbox").header("Authorization", "Bearer " + token));
        asked.put("open api", to("/api/v1/regulations"));
        asked.put("tokens", post("/api/v1/tokens", "application/json", JSON.writeValueAsString(Map.of("username", "cf.kf1", "password", SampleAccounts.PASSWORD))));
        asked.put("application", post("/api/v1/applications", "application/json", application).header("Authorization", "Bearer " + token).header("Idempotency-Key", key));
        return asked;
    }

    @Test
    void without_a_connection_everything_says_when_to_come_again_and_then_works(CapturedOutput said) throws Exception {
        office.day("2009-06-09");
        var token = office.post(null, "/tokens", Map.of("username", "cf.kf1", "password", SampleAccounts.PASSWORD)).mustSucceed().body().path("token").asString();
        var asked = requests(token, JSON.writeValueAsString(new Walk(office).resident()), "door-" + token.substring(0, 20));
        var taken = takeAll(source.unwrap(HikariDataSource.class));
        try {
            int before = said.getAll().length();
            var answers = new LinkedHashMap<String, CompletableFuture<HttpResponse<String>>>();
            asked.forEach((name, request) -> answers.put(name, ask(request)));
            assertThat(ask(to("/assets/yekuo.css").header("Cookie", "yekuo-session=" + token)).join().statusCode()).as("a file needs no connection").isEqualTo(200);
            answers.forEach((name, answer) -> {
                assertThat(answer.join().statusCode()).as(name).isEqualTo(503);
                assertThat(answer.join().headers().firstValue("Retry-After")).as(name).hasValue("5");
                assertThat(answer.join().headers().firstValue("Content-Security-Policy")).as(name).isPresent();
            });
            for (var name : List.of("page", "portal")) {
                assertThat(answers.get(name).join().body()).as(name).contains("系统繁忙，请稍候再试").contains("已填写的内容保存在本机").contains("再试一次");
            }
            assertThat(answers.get("english").join().body()).contains("Busy: please come again in a moment").contains("Try again");
            assertThat(answers.get("sign-in").join().body()).contains("系统繁忙，请稍候再试").doesNotContain("再试一次");
            for (var name : List.of("api", "open api", "tokens", "application")) {
                var problem = JSON.readTree(answers.get(name).join().body());
                assertThat(answers.get(name).join().headers().firstValue("Content-Type")).as(name).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
                assertThat(problem.path("code").asString()).as(name).isEqualTo("access.crowded");
                assertThat(problem.path("status").asInt()).isEqualTo(503);
                assertThat(problem.path("violations").path(0).path("sentence").asString()).isEqualTo(problem.path("detail").asString()).contains("请过 5 秒再试");
                assertThat(problem.path("violations").path(0).path("sentenceEn").asString()).contains("5 seconds");
            }
            var logged = said.getAll().substring(before);
            assertThat(logged).doesNotContain("\tat ");
            assertThat(logged.lines().filter(line -> line.contains("come again"))).hasSizeLessThanOrEqualTo(1);
        } finally {
            giveBack(taken);
        }
        requests(token, JSON.writeValueAsString(new Walk(office).resident()), "x".repeat(8)).entrySet().stream().filter(one -> !one.getKey().equals("application"))
                .forEach(one -> assertThat(ask(one.getValue()).join().statusCode()).as(one.getKey()).isLessThan(400));
        var done = ask(asked.get("application")).join();
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        assertThat(done.headers().firstValue("Idempotency-Replayed")).as("the key was not used up").isEmpty();
    }

    @Test
    void where_a_crowd_waits_already_one_more_is_told_at_once() throws Exception {
        var pool = source.unwrap(HikariDataSource.class);
        int crowd = 5 * pool.getMaximumPoolSize();
        var taken = takeAll(pool);
        try {
            for (int i = 0; i < crowd; i++) {
                Thread.ofVirtual().start(() -> {
                    try (var late = pool.getConnection()) {
                        assertThat(late).isNotNull();
                    } catch (SQLException tooLate) {
                        // As was to be expected: nobody gave one back.
                    }
                });
            }
            await().until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() >= crowd);
            assertThat(ask(to("/open/regulation")).join().statusCode()).isEqualTo(503);
            assertThat(pool.getHikariPoolMXBean().getThreadsAwaitingConnection()).as("those before it wait on").isGreaterThanOrEqualTo(crowd);
            assertThat(ask(to("/assets/yekuo.css")).join().statusCode()).isEqualTo(200);
        } finally {
            giveBack(taken);
        }
        await().until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0);
        assertThat(ask(to("/open/regulation")).join().statusCode()).isEqualTo(200);
    }
}
