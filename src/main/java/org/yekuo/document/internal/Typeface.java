package org.yekuo.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The face papers are set in: Noto Sans SC, parsed and kept, some 70 MB. Not to be used by two threads at once. */
final class Typeface {

    private static final String FOLDER = "/fonts/ttf/NotoSansSC/";

    private final TrueTypeFont regular = parsed("NotoSansSC-Regular.ttf");
    private final TrueTypeFont bold = parsed("NotoSansSC-Bold.ttf");

    /** The face as a font of one document, of which only the characters used will be embedded. */
    PDType0Font in(PDDocument document, boolean heavy) throws IOException {
        return PDType0Font.load(document, heavy ? bold : regular, true);
    }

    /**
     * The face draws a radical (⽤ U+2F64) and the character it stands for (用) alike, and a PDF would give back the radical, being the lower number, to
     * whoever searches or copies. Takes the radicals out of the way back; the library has no door for that.
     */
    @SuppressWarnings("unchecked")
    private static TrueTypeFont readable(TrueTypeFont face) throws IOException {
        try {
            for (var table : face.getCmap().getCmaps()) {
                var field = CmapSubtable.class.getDeclaredField("glyphIdToCharacterCodeMultiple");
                field.setAccessible(true);
                var codes = (Map<Integer, List<Integer>>) field.get(table);
                codes.values().forEach(list -> {
                    if (list.stream().anyMatch(code -> !isRadical(code))) {
                        list.removeIf(Typeface::isRadical);
                    }
                });
            }
            return face;
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("The tables of a face are kept otherwise in this version of fontbox.", changed);
        }
    }

    /** Radicals and the characters kept only for old codes. */
    private static boolean isRadical(int code) {
        return code >= 0x2E80 && code <= 0x2FDF || code >= 0xF900 && code <= 0xFAFF || code >= 0x2F800;
    }

    private static TrueTypeFont parsed(String file) {
        try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(FOLDER + file), file)) {
            return readable(new TTFParser().parse(new RandomAccessReadBuffer(in)));
        } catch (IOException broken) {
            throw new IllegalStateException("The face " + file + " can't be read.", broken);
        }
    }
}
