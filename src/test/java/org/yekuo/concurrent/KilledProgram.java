package org.yekuo.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yekuo.scenario.Office;
import org.yekuo.scenario.Office.Reply;
import org.yekuo.scenario.Walk;

/** The packaged program, and its PostgreSQL, killed in the middle of work: what was answered is there, nothing is doubled, the ledgers are whole. */
class KilledProgram {

    private static final int SUBMISSIONS = 200;
    private static final int ENOUGH_ANSWERED = 60;

    @TempDir
    private Path folder;

    private Process program;
    private Office office;

    private record Ask(String key, Map<String, Object> form) {}

    @Test
    void an_answered_application_survives_kill_9_of_the_program_and_of_its_database() throws Exception {
        start();
        office.day("2008-06-05");
        var asks = IntStream.range(0, SUBMISSIONS).mapToObj(i -> new Ask("kill-test-" + i, new Walk(office).resident())).toList();

        var first = until(asks.subList(0, SUBMISSIONS / 2), () -> program.destroyForcibly().waitFor(10, TimeUnit.SECONDS));
        assertThat(first).hasSizeGreaterThanOrEqualTo(ENOUGH_ANSWERED / 2);
        start();
        var second = until(asks.subList(SUBMISSIONS / 2, SUBMISSIONS), this::killDatabase);
        assertThat(second).hasSizeGreaterThanOrEqualTo(ENOUGH_ANSWERED / 2);
        program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        start();

        var answered = new ConcurrentHashMap<String, String>(first);
        answered.putAll(second);
        answered.values().forEach(no -> assertThat(office.get("cf.kf1", "/cases/" + no).status()).as(no).isEqualTo(200));
        // Every request again with its own key: those that were answered get the same answer, the others act now; none acts twice.
        var all = asks.stream().collect(Collectors.toMap(Ask::key, ask -> office.post("cf.kf1", "/applications", ask.form(), ask.key()).mustSucceed().caseNo()));
        answered.forEach((key, no) -> assertThat(all.get(key)).as(key).isEqualTo(no));
        assertThat(all.values().stream().distinct()).hasSize(SUBMISSIONS);
        assertThat(inbox()).isEqualTo(SUBMISSIONS);
        all.values().forEach(no -> assertThat(office.get("cf.kf1", "/cases/" + no + "/events").body().path("intact").asBoolean()).as(no).isTrue());
    }

    /** Dispatches waiting for the one who assigns surveys in the county: one for each case, and no more. */
    private long inbox() {
        return office.get("cf.zz1", "/inbox?view=TEAM&unit=340121").mustSucceed().body().path("total").asLong();
    }

    /** Hands in all asks at once; strikes as soon as enough are answered; gives the answers that came, by key. */
    private Map<String, String> until(List<Ask> asks, Callable<?> strike) throws Exception {
        var answered = new ConcurrentHashMap<String, String>();
        var enough = new CountDownLatch(ENOUGH_ANSWERED / 2);
        var width = new Semaphore(16);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var ask : asks) {
                threads.submit(() -> {
                    width.acquireUninterruptibly();
                    try {
                        Reply reply = office.post("cf.kf1", "/applications", ask.form(), ask.key());
                        if (reply.status() == 201) {
                            answered.put(ask.key(), reply.caseNo());
                            enough.countDown();
                        }
                    } finally {
                        width.release();
                    }
                    return null;
                });
            }
            assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
            strike.call();
        }
        return answered;
    }

    private Object killDatabase() throws IOException, InterruptedException {
        long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("data/pg/postmaster.pid")).getFirst().strip());
        var server = ProcessHandle.of(postmaster).orElseThrow();
        var family = new ArrayList<>(server.descendants().toList());
        family.addFirst(server);
        family.forEach(ProcessHandle::destroyForcibly);
        Thread.sleep(500);
        return null;
    }

    private void start() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var log = folder.resolve("program.log").toFile();
        program = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx600m", "-jar", System.getProperty("yekuo.jar"),
                "--server.port=" + port, "--yekuo.data-dir=" + folder.resolve("data"), "--yekuo.access.bcrypt-strength=4", "--yekuo.drill.cases=false")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log)).directory(new File(folder.toString())).start();
        office = new Office(port);
        long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!ready(port)) {
            assertThat(program.isAlive()).as(Files.readString(log.toPath())).isTrue();
            assertThat(System.nanoTime()).as(Files.readString(log.toPath())).isLessThan(until);
            Thread.sleep(300);
        }
    }

    private static boolean ready(int port) {
        try {
            return new Office(port).post(null, "/tokens", Map.of("username", "cf.kf1", "password", "yekuo-drill")).status() == 200;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (program != null) {
            program.destroy();
            program.waitFor(30, TimeUnit.SECONDS);
        }
    }
}
