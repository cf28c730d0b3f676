package org.yekuo.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackReader;

/** Papers are set as they are worded, without growing, and give back what they show. */
class TypesetterTest {

    private static final Pack PACK = PackReader.read(Path.of("src/main/resources/regulations/anhui-papers-2008"));

    private final Typesetter typesetter = new Typesetter();

    private static Map<String, Object> data(int n) {
        return Map.of("paper", Map.of("number", "34010000000012-HZ01", "code", "ABCD EFGH", "qr", SquareCode.dataUri("http://localhost/verify/ABCDEFGH"), "issuedOn", "2008-04-24", "version", 1),
                "case", Map.of("no", "34010000000012", "customerName", "合肥<市>&𬭎冶㛃用厂 " + n, "unitName", "合肥供电公司", "acceptedOn", "2008-04-24", "address", "长江路 1 号"),
                "papers", List.of(Map.of("name", "房产证", "copies", 1, "original", true)), "issuedBy", "王芳",
                "next", Map.of("name", "现场勘查", "within", "3 个工作日", "latestOn", "2008-04-29", "clause", "细则 4.2"));
    }

    private byte[] set(int n) {
        return typesetter.set(PACK.letter("receipt-acceptance", "").orElseThrow(), PACK.letters(), data(n)).pdf();
    }

    @Test
    void what_is_shown_can_be_searched_rare_characters_and_marks_included() throws IOException {
        try (var pdf = Loader.loadPDF(set(1))) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("用电业务受理回执", "合肥<市>&𬭎冶㛃用厂", "2008年4月24日", "2008年4月29日", "3 个工作日", "95598", "12398", "一式两份");
            assertThat(text.codePoints()).as("no radical in the place of a character").noneMatch(code -> code >= 0x2E80 && code <= 0x2FDF);
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8)).contains("pdfaid");
        }
    }

    @Test
    void a_hundred_receipts_leave_no_memory_behind() {
        for (int i = 0; i < 10; i++) {
            set(i);
        }
        long before = used();
        long start = System.nanoTime();
        int bytes = 0;
        for (int i = 0; i < 100; i++) {
            bytes += set(i).length;
        }
        System.out.printf("100 receipts: %d ms each, %d bytes each%n", (System.nanoTime() - start) / 100_000_000, bytes / 100);
        assertThat(used() - before).as("bytes left behind").isLessThan(24 * 1024 * 1024);
    }

    @Test
    void two_papers_set_at_once_are_as_each_would_be_alone() throws Exception {
        set(0);
        long before = used();
        try (var many = Executors.newFixedThreadPool(4)) {
            var papers = IntStream.range(0, 16).mapToObj(n -> many.submit(() -> set(n))).toList();
            for (int n = 0; n < 16; n++) {
                try (var pdf = Loader.loadPDF(papers.get(n).get())) {
                    assertThat(new PDFTextStripper().getText(pdf)).contains("合肥<市>&𬭎冶㛃用厂 " + n, "现场勘查", "2008年4月29日", "房产证");
                }
            }
        }
        assertThat(used() - before).as("one face more, and nothing else").isLessThan(110 * 1024 * 1024);
    }

    private static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
