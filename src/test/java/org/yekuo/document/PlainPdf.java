package org.yekuo.document;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The smallest PDFs there are: one empty page, and something in it that makes each another file. */
public final class PlainPdf {

    private static final String PAGE = """
            %PDF-1.7
            1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
            2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
            3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 280] /Contents 4 0 R>> endobj
            """;

    private PlainPdf() {}

    public static byte[] of(String text) {
        return (PAGE + "4 0 obj <</Length 0>> stream\n\nendstream endobj\ntrailer <</Root 1 0 R>>\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    /** One of exactly so many bytes, at least 400, most of them random letters. */
    public static byte[] of(int size) {
        int head = PAGE.length();
        var tail = "\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
        int filler = size - head - "4 0 obj <</Length 00000000>> stream\n".length() - tail.length();
        var random = new Random(size);
        var letters = new StringBuilder();
        random.ints(filler, 'a', 'z' + 1).forEach(letter -> letters.append((char) letter));
        return (PAGE + "4 0 obj <</Length %08d>> stream\n".formatted(filler) + letters + tail).getBytes(StandardCharsets.US_ASCII);
    }
}
