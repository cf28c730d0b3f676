package org.yekuo.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.YekuoIT;
import org.yekuo.access.FileCipher;
import org.yekuo.calendar.MachineClock;
import org.yekuo.document.PlainPdf;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** What a file must not be, whatever it calls itself: each is refused with its own sentence, and nothing of it is kept. */
@YekuoIT
class InspectionIT {

    private static final UnitCode CITY = new UnitCode("3496");

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
        files = new KeptFiles(new Sealing(folder, cipher), new Inspection(), new VirusScanner("", 0), new FolderFileStore(folder), rows, clock);
    }

    @Test
    void a_pdf_that_runs_something_is_refused_wherever_it_hides_it() throws IOException {
        assertThat(rules("a.pdf", pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")))))
                .containsExactly("document.pdf-active");
        assertThat(rules("a.pdf", pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch())))).containsExactly("document.pdf-active");
        assertThat(rules("a.pdf", pdf(document -> {
            var script = new COSDictionary();
            script.setItem(COSName.getPDFName("Further"), new COSString("x"));
            var hidden = new COSDictionary();
            hidden.setItem(COSName.JS, new COSString("this.exportDataObject()"));
            script.setItem(COSName.NEXT, hidden);
            document.getPage(0).getCOSObject().setItem(COSName.getPDFName("PieceInfo"), script);
        }))).containsExactly("document.pdf-active");
        var loose = new String(PlainPdf.of("loose"), StandardCharsets.ISO_8859_1).replace("4 0 obj <<", "5 0 obj <</S /JavaScript /JS (x)>> endobj\n4 0 obj <<");
        assertThat(rules("a.pdf", loose.getBytes(StandardCharsets.ISO_8859_1))).as("an object nothing refers to").containsExactly("document.pdf-active");
        assertThat(rules("a.pdf", pdf(document -> { }))).as("a plain one").isEmpty();
    }

    @Test
    void a_pdf_nobody_can_open_is_refused() throws IOException {
        assertThat(rules("a.pdf", pdf(document -> document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission())))))
                .containsExactly("document.pdf-locked");
        assertThat(rules("a.pdf", "%PDF-1.7 and nothing else".getBytes(StandardCharsets.US_ASCII))).containsExactly("document.file-broken");
    }

    @Test
    void an_office_file_that_is_a_bomb_or_holds_macros_or_is_cut_off_is_refused() throws IOException {
        assertThat(rules("a.docx", office(200_000_000, "word/document.xml"))).containsExactly("document.zip-bomb");
        assertThat(rules("a.xlsx", office(1_000, "xl/vbaProject.bin"))).containsExactly("document.office-macro");
        var whole = office(100_000, "word/document.xml");
        assertThat(rules("a.docx", Arrays.copyOf(whole, whole.length / 2))).containsExactly("document.file-broken");
        assertThat(rules("a.docx", whole)).isEmpty();
    }

    @Test
    void a_picture_is_one_a_person_can_look_at() throws IOException {
        var huge = png(64, 64);
        // width and height of the header, 60 000 each
        System.arraycopy(HexFormat.of().parseHex("0000ea600000ea60"), 0, huge, 16, 8);
        assertThat(rules("a.png", huge)).containsExactly("document.picture-broken");
        assertThat(rules("a.jpg", HexFormat.of().parseHex("ffd8ffe000104a46494600010101006000600000"))).containsExactly("document.picture-broken");
        assertThat(rules("IMG_0001.HEIC", HexFormat.of().parseHex("000000186674797068656963000000006d69663168656963"))).containsExactly("document.picture-heic");
        assertThat(rules("a.png", png(64, 64))).isEmpty();
    }

    private List<String> rules(String name, byte[] content) throws IOException {
        var answer = files.store(CITY, name, "", new ByteArrayInputStream(content), Actor.staff("c1", "王柜员"));
        try (var all = java.nio.file.Files.walk(folder)) {
            assertThat(all.filter(java.nio.file.Files::isRegularFile).count()).isLessThanOrEqualTo(answer instanceof Answer.Done ? 1 : 0);
        }
        return answer instanceof Answer.Refused<?>(var refusal) ? refusal.violations().stream().map(Violation::rule).toList() : List.of();
    }

    private interface Change {
        void to(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Change change) throws IOException {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            change.to(document);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] office(int unpacked, String part) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(part.startsWith("xl/") ? "xl/workbook.xml" : "word/styles.xml"));
            zip.putNextEntry(new ZipEntry(part));
            fill(zip, unpacked);
        }
        return out.toByteArray();
    }

    private static void fill(OutputStream to, int size) throws IOException {
        var piece = new byte[1_000];
        for (int written = 0; written < size; written += piece.length) {
            to.write(piece);
        }
    }

    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
