package org.yekuo.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.YekuoIT;
import org.yekuo.access.FileCipher;
import org.yekuo.calendar.MachineClock;
import org.yekuo.document.CasePapers;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.PlainPdf;
import org.yekuo.document.Scan;
import org.yekuo.document.StoredFile;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** A scanner on the other end of a socket: what it has not called clean is neither shown nor used. */
@YekuoIT
class QuarantineIT {

    private static final UnitCode CITY = new UnitCode("3494");
    private static final CaseNo CASE = CaseNo.of(CITY, 94_001);

    /** The test file of the European Institute for Computer Antivirus Research, put together here so that no scanner minds this source. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private static final String TOO_LARGE = "too large for this scanner";

    @TempDir
    private Path folder;
    @Autowired
    private FileCipher cipher;
    @Autowired
    private FileRows rows;
    @Autowired
    private MachineClock clock;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private CasePapers papers;
    private Scanner server;

    @BeforeEach
    void start() throws IOException {
        server = new Scanner();
        Thread.ofVirtual().start(server);
    }

    @AfterEach
    void stop() throws IOException {
        server.socket.close();
    }

    /** Speaks ClamAV's INSTREAM as its manual has it, and knows one virus. */
    private static final class Scanner implements Runnable {

        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

        Scanner() throws IOException {}

        @Override
        public void run() {
            while (!socket.isClosed()) {
                try (var caller = socket.accept(); var in = new DataInputStream(caller.getInputStream())) {
                    if (!new String(in.readNBytes(10), StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                        continue;
                    }
                    var content = new ByteArrayOutputStream();
                    for (int length = in.readInt(); length > 0; length = in.readInt()) {
                        content.write(in.readNBytes(length));
                    }
                    if (content.toString(StandardCharsets.ISO_8859_1).contains(TOO_LARGE)) {
                        caller.getOutputStream().write("INSTREAM size limit exceeded. ERROR\0".getBytes(StandardCharsets.US_ASCII));
                        continue;
                    }
                    boolean found = content.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
                    caller.getOutputStream().write((found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0").getBytes(StandardCharsets.US_ASCII));
                } catch (IOException over) {
                    // the next caller, or the end
                }
            }
        }
    }

    private KeptFiles files(int port) {
        return new KeptFiles(new Sealing(folder, cipher), new Inspection(), new VirusScanner("127.0.0.1", port), new FolderFileStore(folder), rows, clock);
    }

    private ScanningQuarantine quarantine(int port) {
        return new ScanningQuarantine(new VirusScanner("127.0.0.1", port), new Sealing(folder, cipher), new FolderFileStore(folder), rows, clock);
    }

    private static Answer<StoredFile> store(KeptFiles files, byte[] content) {
        return files.store(CITY, "资料.pdf", "application/pdf", new ByteArrayInputStream(content), Actor.staff("c1", "王柜员"));
    }

    @Test
    void a_clean_file_is_used_at_once_and_a_virus_is_refused_by_its_name_and_not_kept() throws IOException {
        var files = files(server.socket.getLocalPort());
        var clean = ((Answer.Done<StoredFile>) store(files, PlainPdf.of(200_000))).value();
        assertThat(clean.scan()).isEqualTo(Scan.CLEAN);
        assertThat(files.open(CITY, clean.fileId())).isPresent();

        var refused = ((Answer.Refused<StoredFile>) store(files, PlainPdf.of(EICAR))).refusal().violations();
        assertThat(refused).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("document.file-virus");
            assertThat(fault.args()).contains("Eicar-Test-Signature");
        });
        try (var all = java.nio.file.Files.walk(folder)) {
            assertThat(all.filter(java.nio.file.Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void with_the_scanner_down_files_wait_in_quarantine_and_are_scanned_later() throws IOException {
        var files = files(1);
        var harmless = ((Answer.Done<StoredFile>) store(files, PlainPdf.of(3_000))).value();
        var harmful = ((Answer.Done<StoredFile>) store(files, PlainPdf.of("later " + EICAR))).value();
        assertThat(harmless.scan()).isEqualTo(Scan.WAITING);
        assertThat(files.open(CITY, harmless.fileId())).as("not shown").isEmpty();
        assertThat(rules(harmless)).as("nor used").containsExactly("document.file-quarantined");

        quarantine(1).scan();
        assertThat(rules(harmless)).as("still down").containsExactly("document.file-quarantined");

        quarantine(server.socket.getLocalPort()).scan();
        assertThat(rules(harmless)).isEmpty();
        assertThat(files.open(CITY, harmless.fileId())).isPresent();
        assertThat(rules(harmful)).containsExactly("document.file-infected");
        assertThat(files.open(CITY, harmful.fileId())).isEmpty();
    }

    @Test
    void a_file_the_scanner_does_not_take_or_that_is_lost_holds_up_no_other() throws IOException {
        var files = files(1);
        var large = ((Answer.Done<StoredFile>) store(files, PlainPdf.of(TOO_LARGE))).value();
        var lost = ((Answer.Done<StoredFile>) store(files, PlainPdf.of("lost"))).value();
        var harmless = ((Answer.Done<StoredFile>) store(files, PlainPdf.of(4_000))).value();
        jdbc.sql("update stored_file set address = 'nowhere' where file_id = ?").param(lost.fileId()).update();

        quarantine(server.socket.getLocalPort()).scan();
        assertThat(rules(harmless)).isEmpty();
        assertThat(rules(large)).containsExactly("document.file-quarantined");
        var later = ((Answer.Done<StoredFile>) store(files, PlainPdf.of(5_000))).value();
        quarantine(server.socket.getLocalPort()).scan();
        assertThat(rules(later)).isEmpty();
        jdbc.sql("delete from stored_file where file_id in (?, ?)").params(large.fileId(), lost.fileId()).update();
    }

    @Test
    void what_the_program_prints_waits_for_no_scanner() throws IOException {
        var print = files(1).store(CITY, "通知书.pdf", "application/pdf", new ByteArrayInputStream(PlainPdf.of("print")), Actor.system("print"));
        assertThat(files(1).open(CITY, ((Answer.Done<StoredFile>) print).value().fileId())).isPresent();
    }

    private List<String> rules(StoredFile file) {
        return papers.check(CITY, CASE, List.of(new DocumentInput("OWNER_ID", null, null, true, 1, file.fileId()))).stream().map(Violation::rule).toList();
    }
}
