package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.yekuo.document.CasePapers;
import org.yekuo.document.PaperPrints;
import org.yekuo.vocabulary.CaseNo;

/** The papers of a case as they came out of the printer, read back: each says who it is for, its number, and what it is there to say. */
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
        found.forEach((kind, print) -> check(kind, print, customer, Objects.requireNonNull(golden.get(kind))));
    }

    private void check(String kind, PaperPrints.Print print, String customer, Golden golden) {
        try (var pdf = Loader.loadPDF(print.pdf())) {
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            assertThat(text).as(kind).contains(print.number(), customer, "第1页共" + golden.pages() + "页").contains(golden.says().stream().map(one -> one.replaceAll("\\s+", "")).toList())
                    .doesNotContain("{{", "null");
            assertThat(pdf.getDocumentInformation().getTitle()).as(kind).isEqualTo(print.name().replaceAll(" \\S+\\.pdf$", ""));
            assertThat(pdf.getNumberOfPages()).as(kind).isEqualTo(golden.pages());
            assertThat(codes(text)).as(kind + ": words of the program on a Chinese paper").isEmpty();
            fontsAreEmbedded(kind, pdf);
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

    private static void fontsAreEmbedded(String kind, PDDocument pdf) throws IOException {
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).as(kind + " " + name.getName()).isTrue();
            }
        }
    }
}
