package org.yekuo.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.yekuo.document.FileKind;

class SniffingTest {

    @Test
    void kinds_are_told_from_their_bytes() throws IOException {
        assertThat(Sniffing.kindOf(text("%PDF-1.7\n1 0 obj"))).contains(FileKind.PDF);
        assertThat(Sniffing.kindOf(HexFormat.of().parseHex("ffd8ffe000104a46494600010101006000600000"))).contains(FileKind.JPEG);
        assertThat(Sniffing.kindOf(HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"))).contains(FileKind.PNG);
        assertThat(Sniffing.kindOf(text("AC1018\0\0\0\0\0\0\0\0"))).contains(FileKind.DWG);
        assertThat(Sniffing.kindOf(text("  0\r\nSECTION\r\n  2\r\nHEADER\r\n"))).contains(FileKind.DXF);
        assertThat(Sniffing.kindOf(text("999\nmade by hand\n0\nSECTION\n2\nHEADER\n"))).contains(FileKind.DXF);
        assertThat(Sniffing.kindOf(zip("[Content_Types].xml", "_rels/.rels", "word/document.xml"))).contains(FileKind.DOCX);
        assertThat(Sniffing.kindOf(zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"))).contains(FileKind.XLSX);
    }

    @Test
    void what_is_none_of_them_is_nothing() throws IOException {
        assertThat(Sniffing.kindOf(text("Dear Sir, I want electricity."))).isEmpty();
        assertThat(Sniffing.kindOf(text("MZ\220\0\3\0\0\0"))).isEmpty();
        assertThat(Sniffing.kindOf(text("<html><script>alert(1)</script></html>"))).isEmpty();
        assertThat(Sniffing.kindOf(zip("invoice.exe", "wordlist.txt"))).isEmpty();
    }

    @Test
    void a_declared_type_and_a_name_must_agree_with_the_bytes() {
        assertThat(Sniffing.goesBy(FileKind.PDF, "application/pdf; charset=binary")).isTrue();
        assertThat(Sniffing.goesBy(FileKind.PDF, "image/png")).isFalse();
        assertThat(Sniffing.goesBy(FileKind.DWG, "")).isTrue();
        assertThat(Sniffing.goesBy(FileKind.DWG, "application/octet-stream")).isTrue();
        assertThat(Sniffing.isNamed(FileKind.JPEG, "营业执照.JPG")).isTrue();
        assertThat(Sniffing.isNamed(FileKind.JPEG, "营业执照")).isTrue();
        assertThat(Sniffing.isNamed(FileKind.JPEG, "营业执照.pdf")).isFalse();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
