package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.SoftAssertions;
import org.yekuo.document.CasePapers;
import org.yekuo.document.PaperPrints;
import org.yekuo.vocabulary.CaseNo;

/** The papers of a case as they came out of the printer, read back: each says who it is for, its number, and what it is there to say. They lie in {@code target/papers}, to be looked at. */
final class PapersOf {

    private final PaperPrints prints;
    private final CasePapers papers;
    private final CaseNo no;

    PapersOf(PaperPrints prints, CasePapers papers, String no) {
        this.prints = prints;
        this.papers = papers;
        this.no = new CaseNo(no);
    }

    /** What a kind of paper must say, and on how many pages. */
    record Golden(int pages, List<String> says) {
        static Golden on(int pages, String... says) {
            return new Golden(pages, List.of(says));
        }
    }

    /** Every paper the case has is of a kind in {@code golden}, in either direction, and says that. Receipts are named {@code receipt:ACCEPTANCE}. */
    void areAs(String customer, Map<String, Golden> golden) {
        var found = new LinkedHashMap<String, PaperPrints.Print>();
        papers.of(no.unit(), no).forEach(receipt -> found.put("receipt:" + receipt.kind(), prints.receipt(no, receipt.rno()).orElseThrow()));
        papers.lettersOf(no.unit(), no).forEach(letter -> found.put(letter.kind(), prints.letter(no, letter.lno()).orElseThrow()));
        assertThat(found.keySet()).isEqualTo(new TreeSet<>(golden.keySet()));
        SoftAssertions.assertSoftly(all -> found.forEach((kind, print) -> check(all, kind, print, customer, Objects.requireNonNull(golden.get(kind)))));
    }

    private static void check(SoftAssertions all, String kind, PaperPrints.Print print, String customer, Golden golden) {
        try (var pdf = Loader.loadPDF(print.pdf())) {
            Files.write(Files.createDirectories(Path.of("target/papers")).resolve(print.name()), print.pdf());
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\h+|\\s+", "");
            all.assertThat(text).as(kind).contains(print.number(), customer, "第1页共" + golden.pages() + "页").contains(golden.says().stream().map(one -> one.replaceAll("\\h+|\\s+", "")).toList())
                    .doesNotContain("{{", "null");
            all.assertThat(pdf.getDocumentInformation().getTitle()).as(kind).isEqualTo(print.name().replaceAll(" \\S+\\.pdf$", ""));
            all.assertThat(pdf.getNumberOfPages()).as(kind).isEqualTo(golden.pages());
            all.assertThat(codes(text)).as(kind + ": words of the program on a Chinese paper").isEmpty();
            if (!kind.equals("SURVEY_SHEET")) {
                all.assertThat(text).as(kind + ": codes of the grid where names belong").doesNotContainPattern("[BL]34\\d{4}[0-9A-Z]");
            }
            fontsAreEmbedded(all, kind, pdf);
        } catch (IOException broken) {
            throw new AssertionError(kind, broken);
        }
    }

    /** Names in capitals with underscores, as the program has them. */
    private static Set<String> codes(String text) {
        var codes = new TreeSet<String>();
        java.util.regex.Pattern.compile("[A-Z]{2,}_[A-Z_]+").matcher(text).results().forEach(found -> codes.add(found.group()));
        return codes;
    }

    private static void fontsAreEmbedded(SoftAssertions all, String kind, PDDocument pdf) throws IOException {
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                all.assertThat(page.getResources().getFont(name).isEmbedded()).as(kind + " " + name.getName()).isTrue();
            }
        }
    }
}
