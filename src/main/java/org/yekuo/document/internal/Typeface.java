package org.yekuo.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The face papers are set in: Noto Sans SC, parsed once for the life of the program. Not to be used by two threads at once. */
final class Typeface {

    private static final String FOLDER = "/fonts/ttf/NotoSansSC/";

    private final TrueTypeFont regular = parsed("NotoSansSC-Regular.ttf");
    private final TrueTypeFont bold = parsed("NotoSansSC-Bold.ttf");

    /** The face as a font of one document, of which only the characters used will be embedded. */
    PDType0Font in(PDDocument document, boolean heavy) throws IOException {
        return PDType0Font.load(document, heavy ? bold : regular, true);
    }

    private static TrueTypeFont parsed(String file) {
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(FOLDER + file), file)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException broken) {
            throw new IllegalStateException("The face " + file + " can't be read.", broken);
        }
    }
}
