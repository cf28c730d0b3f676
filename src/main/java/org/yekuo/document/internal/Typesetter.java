package org.yekuo.document.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.yekuo.vocabulary.YekuoException;

/**
 * Sets a paper: a pack's template and its data become a PDF/A-2 with title, language and tags. Loads nothing; knows one typeface. Two papers at a time,
 * each with a face of its own: fontbox reads the tables and the glyphs of a face under two locks but from one position, so that two papers must not share one. A face is parsed when
 * it is first needed and kept; what else a paper takes of memory is gone when it is done.
 */
@Component
public class Typesetter {

    /** A paper, set. */
    public record Typeset(String title, byte[] pdf) {}

    private static final String FAMILY = "Noto Sans SC";
    private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Deque<Typeface> faces = new ConcurrentLinkedDeque<>();

    /** Sets {@code template}; {@code parts} are the templates of its pack, by name. Waits while two others are set. */
    public Typeset set(String template, Map<String, String> parts, Map<String, Object> data) {
        var page = parsed(Filling.fill(template, parts, data));
        places.acquireUninterruptibly();
        try {
            var idle = faces.poll();
            var face = idle == null ? new Typeface() : idle;
            try {
                return set(page, face);
            } finally {
                faces.push(face);
            }
        } finally {
            places.release();
        }
    }

    private static Typeset set(Document page, Typeface face) {
        var title = page.getElementsByTagName("title").item(0).getTextContent().strip();
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream(32 * 1024)) {
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePDDocument(document);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(COLOURS);
            builder.withProducer("Yekuo");
            builder.useFont(new PDFontSupplier(face.in(document, false)), FAMILY, 400, FontStyle.NORMAL, true);
            builder.useFont(new PDFontSupplier(face.in(document, true)), FAMILY, 700, FontStyle.NORMAL, true);
            builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:image/png;base64,"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:image/png;base64,"), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
            builder.withW3cDocument(page, null);
            builder.toStream(out);
            builder.run();
            return new Typeset(title, out.toByteArray());
        } catch (IOException broken) {
            throw new YekuoException("document.not-set", "The paper " + title + " can't be set.", broken);
        }
    }

    private static Document parsed(String page) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (IOException | SAXException | ParserConfigurationException broken) {
            throw new YekuoException("document.template-broken", "A template of a letter gives no XHTML.", broken);
        }
    }
}
