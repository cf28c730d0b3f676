package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.casework.ServingReceipt;
import org.yekuo.document.CasePapers;
import org.yekuo.document.PaperPrints;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/** What a customer gets in writing is set once, found by its code, and tells strangers nothing about her. */
class PapersScenarioIT extends Day {

    @Autowired PaperPrints prints;
    @Autowired CasePapers papers;
    @Autowired ServingReceipt serving;
    @Autowired JdbcClient jdbc;

    private String code(CaseNo no, String shelf, int n) {
        return jdbc.sql("select code from paper_print where case_no = ? and shelf = ? and no = ?").params(no.value(), shelf, n).query(String.class).single();
    }

    private HttpResponse<String> verify(String code) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/verify/" + code)).header("Accept-Language", "zh-CN").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_receipt_is_set_once_names_the_next_step_and_is_verified_by_its_code_alone() throws Exception {
        office.day("2008-06-05");
        walk.apply(walk.resident()).mustSucceed();
        var no = new CaseNo(walk.no);

        assertThat(verify(code(no, "RECEIPT", 1)).body()).as("known by its title before it was set").contains("真实，现行有效", "用电业务受理回执");
        var print = prints.receipt(no, 1).orElseThrow();
        assertThat(prints.receipt(no, 1).orElseThrow().pdf()).as("set once").isEqualTo(print.pdf());
        try (var pdf = Loader.loadPDF(print.pdf())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("用电业务受理回执", "3 个工作日", "2008年6月11日", walk.no, "95598", "12398");
        }

        var page = verify(code(no, "RECEIPT", 1));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("真实，现行有效", print.sha256(), print.number())
                .doesNotContain(papers.of(no.unit(), no).getFirst().content().get("case") instanceof Map<?, ?> about ? String.valueOf(about.get("customerName")) : "?");
        assertThat(verify("23456789").statusCode()).isEqualTo(404);
        assertThat(verify("'; drop table letter; --".replace(" ", "%20").replace("'", "%27").replace(";", "%3B")).statusCode()).isIn(400, 404);
    }

    @Test
    void a_second_notice_supersedes_the_first_on_the_page_and_leaves_its_print_as_it_was() throws Exception {
        office.day("2008-06-02");
        var form = walk.resident();
        form.put("documents", List.of());
        walk.apply(form).mustSucceed();
        var no = new CaseNo(walk.no);
        int first = papers.lettersOf(no.unit(), no).stream().filter(letter -> letter.kind().equals("DEFICIENCY_NOTICE")).findFirst().orElseThrow().lno();
        var before = prints.letter(no, first).orElseThrow();
        walk.submit("cf.kf1", "acceptance", 2, Map.of("receivedOn", "2008-06-02", "guideHandedOver", true, "documents", Walk.papers(List.of("PROPERTY_CERT"))), Map.of()).mustSucceed();

        assertThat(verify(code(no, "LETTER", first)).body()).contains("已作废");
        assertThat(prints.letter(no, first).orElseThrow().pdf()).isEqualTo(before.pdf());
        int second = papers.lettersOf(no.unit(), no).stream().filter(letter -> letter.kind().equals("DEFICIENCY_NOTICE")).reduce((a, b) -> b).orElseThrow().lno();
        assertThat(second).isNotEqualTo(first);
        assertThat(verify(code(no, "LETTER", second)).body()).contains("真实，现行有效");
    }

    @Test
    void opening_an_unserved_receipt_in_the_portal_serves_it_once() {
        office.day("2008-06-05");
        walk.apply(walk.resident()).mustSucceed();
        var no = new CaseNo(walk.no);
        boolean served = papers.of(no.unit(), no).getFirst().isServed();
        var customer = Actor.customer(no, "客户");
        serving.read(no, 1, customer);
        serving.read(no, 1, customer);
        var receipt = papers.of(no.unit(), no).getFirst();
        assertThat(receipt.isServed()).isTrue();
        if (!served) {
            assertThat(java.util.Objects.requireNonNull(receipt.served()).how().name()).isEqualTo("PORTAL_READ");
        }
    }
}
