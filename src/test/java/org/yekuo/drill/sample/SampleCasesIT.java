package org.yekuo.drill.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.yekuo.YekuoIT;
import org.yekuo.calendar.MovableClock;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.casework.VerifyingLedger;
import org.yekuo.document.CasePapers;
import org.yekuo.document.PaperPrints;
import org.yekuo.vocabulary.Actor;

/** The sample province's past, made by acts on a database of its own. */
@YekuoIT
@DirtiesContext
@TestPropertySource(properties = "yekuo.test=sample-cases")
class SampleCasesIT {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @Autowired SampleCases sample;
    @Autowired MovableClock clock;
    @Autowired ReadingCase reading;
    @Autowired ReadingInbox inbox;
    @Autowired VerifyingLedger verifying;
    @Autowired JdbcClient jdbc;
    @Autowired CasePapers papers;
    @Autowired PaperPrints prints;

    @Test
    void every_paper_of_the_province_can_be_printed_and_reads_as_one() throws IOException {
        clock.moveTo(NOW);
        sample.tell();
        var seen = new TreeSet<String>();
        for (var no : sample.cases().reversed()) {
            for (var receipt : papers.of(no.unit(), no)) {
                if (receipt.content().get("case") instanceof Map<?, ?> about && seen.add("receipt-" + receipt.kind() + "-" + about.get("class"))) {
                    read(prints.receipt(no, receipt.rno()).orElseThrow(), "receipt-" + receipt.kind() + "-" + about.get("class"), String.valueOf(about.get("customerName")));
                }
            }
            for (var letter : papers.lettersOf(no.unit(), no)) {
                var name = letter.kind() + "-" + letter.content().getOrDefault("variant", "");
                if (letter.content().get("case") instanceof Map<?, ?> about && seen.add(name)) {
                    read(prints.letter(no, letter.lno()).orElseThrow(), name, String.valueOf(about.get("customerName")));
                }
            }
        }
        assertThat(seen).contains("APPLICATION_FORM-", "DEFICIENCY_NOTICE-", "DISPATCH_SHEET-", "SURVEY_SHEET-", "PLAN_REPLY-high", "PLAN_REPLY-low", "FEE_NOTICE-", "DESIGN_OPINION-",
                "COMPLETION_INSPECTION_SHEET-", "SUPPLY_CONTRACT-high-voltage", "SUPPLY_CONTRACT-resident", "METER_SLIP-", "ENERGISATION_SLIP-", "CALLBACK_SHEET-", "ARCHIVE_COVER-",
                "TERMINATION_NOTICE-");
    }

    private static void read(PaperPrints.Print print, String name, String customer) throws IOException {
        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters", name + ".pdf"), print.pdf());
        try (var pdf = Loader.loadPDF(print.pdf())) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text.replaceAll("[\\s\\p{Z}]", "")).as(name).contains(print.number(), "第1页共" + pdf.getNumberOfPages() + "页", customer.replaceAll("[\\s\\p{Z}]", ""));
            assertThat(text).as(name).doesNotContain("{{", "null", "[]", "true", "false").doesNotContainPattern("[A-Z]{2,}_[A-Z]{2,}");
            assertThat(pdf.getNumberOfPages()).as(name).isBetween(1, 4);
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(pdf.getDocumentInformation().getTitle()).as(name).isNotBlank();
            for (var page : pdf.getPages()) {
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).as(name + " " + font).isTrue();
                }
            }
        }
    }

    @Test
    void the_province_has_a_past_in_every_state_and_every_ledger_is_whole() {
        clock.moveTo(NOW);
        sample.tell(200);
        assertThat(sample.progress().done()).as("stopped half-way").isFalse();
        clock.moveTo(Instant.parse("2026-11-25T02:00:00Z"));
        sample.tell();
        clock.moveTo(NOW);
        assertThat(sample.progress().done()).isTrue();
        var cases = sample.cases();
        assertThat(cases.size()).as("cases").isGreaterThanOrEqualTo(60);
        var statuses = new TreeSet<String>();
        var packs = new TreeSet<String>();
        var stages = new TreeSet<String>();
        boolean overdue = false;
        boolean paused = false;
        for (var no : cases) {
            assertThat(verifying.verify(no)).as("ledger of " + no).isEmpty();
            var summary = reading.summary(no, Actor.system("test")).orElseThrow();
            statuses.add(summary.status());
            packs.add(summary.pack());
            summary.turns().forEach(turn -> stages.add(turn.stage()));
            for (var limit : reading.limits(no, Actor.system("test")).orElseThrow()) {
                overdue |= "OVERDUE".equals(limit.verdict());
                paused |= limit.paused();
            }
        }
        assertThat(statuses).contains("INCOMPLETE", "ACCEPTED", "ON_HOLD", "ARCHIVED", "WITHDRAWN", "TERMINATED");
        assertThat(packs).contains("anhui-2008", "anhui-2024");
        assertThat(stages).contains("acceptance", "dispatch", "survey", "plan-draft", "plan-approval", "plan-reply", "design-review", "completion-inspection", "contract",
                "metering", "energisation", "billing", "callback", "archive", "relief");
        assertThat(overdue).as("somebody is late").isTrue();
        assertThat(paused).as("somewhere the clock stands").isTrue();
        for (var login : new String[] {"340121-zz1", "340121-jl1", "340121-yx1", "340121-kc1", "34-yx1"}) {
            assertThat(inbox.read(login, new ReadingInbox.Query(ReadingInbox.View.MINE, null, null, null, null, 10)).total()).as("inbox of " + login).isPositive();
        }

        long events = jdbc.sql("select count(*) from case_event").query(Long.class).single();
        sample.tell();
        assertThat(jdbc.sql("select count(*) from case_event").query(Long.class).single()).as("told once").isEqualTo(events);
    }
}
