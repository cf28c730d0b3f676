package org.yekuo.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.YekuoIT;
import org.yekuo.access.FileCipher;
import org.yekuo.calendar.MachineClock;
import org.yekuo.document.PlainPdf;
import org.yekuo.document.StoredFile;
import org.yekuo.document.internal.StoreChoice.Bucket;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;

/** Files in a store that speaks S3, against a real server (S3Proxy) that checks every signature. */
@YekuoIT
class S3FileStoreIT {

    private static final UnitCode CITY = new UnitCode("3495");
    private static final Actor CLERK = Actor.staff("c1", "王柜员");

    @TempDir
    private static Path server;
    private static Process running;
    private static int port;

    @TempDir
    private Path folder;
    @Autowired
    private FileCipher cipher;
    @Autowired
    private FileRows rows;
    @Autowired
    private MachineClock clock;

    @BeforeAll
    static void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.createDirectories(server.resolve("objects/papers"));
        var settings = server.resolve("s3.conf");
        Files.writeString(settings, """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=yekuo
                s3proxy.credential=not-a-secret
                jclouds.provider=filesystem
                jclouds.identity=any
                jclouds.credential=any
                jclouds.filesystem.basedir=%s
                """.formatted(port, server.resolve("objects")));
        running = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx128m", "-jar", new File("target/s3/s3proxy.jar").getAbsolutePath(), "--properties",
                settings.toString()).redirectErrorStream(true).redirectOutput(server.resolve("log").toFile()).start();
        Awaitility.await().atMost(java.time.Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
                return true;
            }
        });
    }

    @AfterAll
    static void stop() {
        running.destroy();
    }

    private static FileStore bucket(String secret, int at) {
        return new S3FileStore(new Bucket("http://127.0.0.1:" + at, "papers", "us-east-1", "yekuo", secret, true).client(), "papers");
    }

    private KeptFiles files(FileStore store) {
        return new KeptFiles(new Sealing(folder, cipher), new Inspection(), new VirusScanner("", 0), store, rows, clock);
    }

    @Test
    void what_was_stored_comes_back_encrypted_on_the_way_and_there_and_once() throws IOException {
        var files = files(bucket("not-a-secret", port));
        var content = PlainPdf.of(300_000);
        var one = stored(files, "方案.pdf", content);
        stored(files, "又一份.pdf", content);

        try (var back = files.open(CITY, one.fileId()).orElseThrow()) {
            assertThat(back.readAllBytes()).isEqualTo(content);
        }
        assertThat(objects()).hasSize(1);
        assertThat(Files.readString(objects().getFirst(), StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
        assertThat(left()).as("nothing is left on this machine").isEmpty();
        assertThat(new DrawnPreviews(new Sealing(folder, cipher), bucket("not-a-secret", port), rows).page(CITY, one.fileId(), 1)).isPresent();
        assertThatThrownBy(() -> bucket("not-a-secret", port).get(CITY, "00".repeat(32))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_wrong_key_and_a_store_that_is_down_ask_to_try_again_and_nothing_is_stored() throws IOException {
        int before = objects().size();
        for (var store : List.of(bucket("another-secret", port), bucket("not-a-secret", 1))) {
            var answer = files(store).store(CITY, "合同.pdf", "application/pdf", new ByteArrayInputStream(PlainPdf.of(5_000)), CLERK);
            assertThat(((Answer.Refused<StoredFile>) answer).refusal().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        }
        assertThat(objects()).hasSize(before);
        assertThat(left()).isEmpty();
    }

    private static StoredFile stored(KeptFiles files, String name, byte[] content) {
        return ((Answer.Done<StoredFile>) files.store(CITY, name, "application/pdf", new ByteArrayInputStream(content), CLERK)).value();
    }

    private static List<Path> objects() throws IOException {
        try (var all = Files.walk(server.resolve("objects"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private List<Path> left() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
