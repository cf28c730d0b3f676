package org.yekuo.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.YekuoIT;
import org.yekuo.access.FileCipher;
import org.yekuo.calendar.MachineClock;
import org.yekuo.document.FileKind;
import org.yekuo.document.PlainPdf;
import org.yekuo.document.StoredFile;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

@YekuoIT
class KeptFilesIT {

    private static final UnitCode CITY = new UnitCode("3498");
    private static final Actor CLERK = Actor.staff("c1", "王柜员");

    @TempDir
    private Path folder;
    @Autowired
    private FileCipher cipher;
    @Autowired
    private FileRows rows;
    @Autowired
    private MachineClock clock;
    private KeptFiles files;

    @BeforeEach
    void open() {
        files = kept(new FolderFileStore(folder));
    }

    private KeptFiles kept(FileStore store) {
        return new KeptFiles(new Sealing(folder.resolve("machine"), cipher), new Inspection(), new VirusScanner("", 0), store, rows, clock);
    }

    @Test
    void what_was_stored_comes_back_as_it_was() throws IOException {
        for (var size : List.of(400, 64 * 1024, 64 * 1024 + 1, 200_000)) {
            var content = pdf(size);
            var file = stored("房产证.pdf", "application/pdf", content);

            assertThat(file.kind()).isEqualTo(FileKind.PDF);
            assertThat(file.size()).isEqualTo((long) size);
            assertThat(files.find(CITY, file.fileId()).orElseThrow().name()).isEqualTo("房产证.pdf");
            try (var back = files.open(CITY, file.fileId()).orElseThrow()) {
                assertThat(back.readAllBytes()).isEqualTo(content);
            }
        }
    }

    @Test
    void equal_content_lies_once_encrypted_in_a_unit_and_another_unit_has_its_own() throws IOException {
        var content = pdf(100_000);
        var one = stored("a.pdf", "", content);
        var two = stored("b.pdf", "", content);

        assertThat(one.fileId()).isNotEqualTo(two.fileId());
        assertThat(contents()).hasSize(1);
        assertThat(new String(java.nio.file.Files.readAllBytes(contents().getFirst()), StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");

        files.store(new UnitCode("3497"), "a.pdf", "", new ByteArrayInputStream(content), CLERK);
        assertThat(contents()).hasSize(2).extracting(path -> path.getFileName().toString()).doesNotHaveDuplicates();
        assertThat(files.open(new UnitCode("3497"), one.fileId())).as("a file is its unit's").isEmpty();
    }

    @Test
    void an_endless_upload_is_cut_off_and_leaves_nothing() throws IOException {
        var endless = new InputStream() {

            private long given;

            @Override
            public int read() {
                return given < 9 ? "%PDF-1.7\n".charAt((int) given++) : ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) ' ');
                for (int i = 0; i < length && given < 9; i++) {
                    bytes[offset + i] = (byte) read();
                }
                return length;
            }
        };

        assertThat(rules(files.store(CITY, "方案.pdf", "application/pdf", endless, CLERK))).containsExactly("document.file-too-large");
        assertThat(contents()).isEmpty();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        var breaking = new java.io.SequenceInputStream(new ByteArrayInputStream(pdf(100_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> files.store(CITY, "a.pdf", "", breaking, CLERK)).hasRootCauseMessage("connection reset");
        assertThat(contents()).isEmpty();
    }

    @Test
    void a_byte_changed_on_disk_is_noticed() throws IOException {
        var file = stored("a.pdf", "", pdf(100_000));
        var bytes = java.nio.file.Files.readAllBytes(contents().getFirst());
        bytes[70_000] ^= 1;
        java.nio.file.Files.write(contents().getFirst(), bytes);

        try (var back = files.open(CITY, file.fileId()).orElseThrow()) {
            assertThatThrownBy(back::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_file_that_lies_about_itself_is_refused() {
        assertThat(rules(store("营业执照.png", "image/png", pdf(500)))).containsExactly("document.file-type-differs");
        assertThat(rules(store("营业执照.pdf", "image/png", pdf(500)))).containsExactly("document.file-type-differs");
        assertThat(rules(store("说明.txt", "text/plain", "请给我通电。".getBytes(StandardCharsets.UTF_8)))).containsExactly("document.file-kind");
        assertThat(rules(store("空.pdf", "application/pdf", new byte[0]))).containsExactly("document.file-empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd.pdf", "a\\b.pdf", "", "  ", "..", "a\0.pdf", "a\r\nSet-Cookie: x.pdf"})
    void a_name_that_is_no_name_is_refused(String name) {
        assertThat(rules(store(name, "", pdf(500)))).contains("document.file-name");
    }

    @Test
    void a_name_may_have_two_hundred_characters() {
        assertThat(store("证".repeat(196) + ".pdf", "", pdf(500))).isInstanceOf(Answer.Done.class);
        assertThat(rules(store("证".repeat(296) + ".pdf", "", pdf(500)))).containsExactly("document.file-name");
    }

    @Test
    void the_same_upload_again_after_a_broken_line_is_the_same_file() throws IOException {
        var one = stored("再传.pdf", "", pdf(70_001));

        assertThat(stored("再传.pdf", "", pdf(70_001)).fileId()).isEqualTo(one.fileId());
        assertThat(stored("另一份.pdf", "", pdf(70_001)).fileId()).isNotEqualTo(one.fileId());
        var namesake = ((Answer.Done<StoredFile>) files.store(CITY, "再传.pdf", "", new ByteArrayInputStream(pdf(70_001)), Actor.staff("c2", CLERK.name()))).value();
        assertThat(namesake.fileId()).as("names are not unique").isNotEqualTo(one.fileId());
        assertThat(rows.attach(CITY, one.fileId(), CaseNo.of(CITY, 98_001))).isTrue();
        assertThat(rows.attach(CITY, one.fileId(), CaseNo.of(CITY, 98_002))).as("it is another's").isFalse();
        assertThat(stored("再传.pdf", "", pdf(70_001)).fileId()).as("of a case, it is given to no other").isNotEqualTo(one.fileId());
        assertThat(contents()).hasSize(1);
    }

    @Test
    void a_store_that_is_down_or_full_asks_to_try_again_and_nothing_is_half_stored() throws IOException {
        var full = new FolderFileStore(folder) {
            @Override
            public void keep(UnitCode unit, String address, Path sealed) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        var answer = kept(full).store(CITY, "方案.pdf", "application/pdf", new ByteArrayInputStream(pdf(99_999)), CLERK);

        assertThat(((Answer.Refused<StoredFile>) answer).refusal().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        assertThat(rules(answer)).containsExactly("document.store-down");
        assertThat(contents()).isEmpty();
        assertThat(stored("方案.pdf", "application/pdf", pdf(99_999)).size()).as("the same again, later").isEqualTo(99_999);
    }

    private Answer<StoredFile> store(String name, String type, byte[] content) {
        return files.store(CITY, name, type, new ByteArrayInputStream(content), CLERK);
    }

    private StoredFile stored(String name, String type, byte[] content) {
        return ((Answer.Done<StoredFile>) store(name, type, content)).value();
    }

    private List<Path> contents() throws IOException {
        try (var all = java.nio.file.Files.walk(folder)) {
            return all.filter(java.nio.file.Files::isRegularFile).toList();
        }
    }

    private static byte[] pdf(int size) {
        return PlainPdf.of(size);
    }

    private static List<String> rules(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).refusal().violations().stream().map(Violation::rule).toList();
    }
}
