package org.yekuo.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.MachineClock;
import org.yekuo.document.Acknowledgement;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.FileKind;
import org.yekuo.document.Letter;
import org.yekuo.document.LetterOrder;
import org.yekuo.document.Receipt;
import org.yekuo.document.ReceiptOrder;
import org.yekuo.document.Scan;
import org.yekuo.document.Wording;
import org.yekuo.document.ServiceManner;
import org.yekuo.document.Signature;
import org.yekuo.document.StoredFile;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import tools.jackson.databind.json.JsonMapper;

class FiledPapersIT {

    private static final UnitCode CITY = new UnitCode("3401");
    private static final CaseNo CASE = CaseNo.of(CITY, 7);
    private static final CaseNo OTHER = CaseNo.of(CITY, 8);
    private static final Actor CLERK = Actor.staff("c1", "王柜员");
    private static final Actor MANAGER = Actor.staff("m1", "李经理");
    private static final LocalDate ISSUED = LocalDate.of(2008, 4, 23);

    private final TestDatabase.Copy database = TestDatabase.copy();
    private FiledPapers papers;
    private FileRows files;

    @BeforeEach
    void open() {
        var jdbc = JdbcClient.create(database.app());
        var content = new Content(JsonMapper.builder().build());
        var receipts = new ReceiptRows(jdbc, content);
        BusinessClock business = () -> Instant.parse("2008-04-30T02:00:00Z");
        MachineClock machine = () -> Instant.parse("2026-03-02T02:00:00.123456Z");
        files = new FileRows(jdbc);
        papers = new FiledPapers(new PaperRows(jdbc), files, receipts, new LetterRows(jdbc, content), new ServingReceipts(receipts, files, business), machine);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void receipts_are_numbered_in_their_case_and_say_what_they_said() {
        var first = papers.issue(order(CASE, "ACCEPTANCE"));
        var second = papers.issue(order(CASE, "PLAN_REPLY"));
        var elsewhere = papers.issue(order(OTHER, "ACCEPTANCE"));

        assertThat(List.of(first.rno(), second.rno(), elsewhere.rno())).containsExactly(1, 2, 1);
        assertThat(papers.of(CITY, CASE)).containsExactly(first, second);
        assertThat(first.content()).isEqualTo(Map.of("next", "现场勘查", "days", 5, "hotlines", List.of("95598", "12398")));
        assertThat(first.issuedAt()).isEqualTo("2026-03-02T02:00:00.123456Z");
        assertThat(first.isServed()).isFalse();
    }

    @Test
    void a_receipt_is_served_once_and_the_second_hears_who_and_when() {
        papers.issue(order(CASE, "ACCEPTANCE"));

        var served = value(papers.serve(CITY, CASE, 1, ServiceManner.COUNTER, LocalDate.of(2008, 4, 24), CLERK));
        var again = papers.serve(CITY, CASE, 1, ServiceManner.SMS, LocalDate.of(2008, 4, 25), MANAGER);

        assertThat(served.served()).isEqualTo(new Receipt.Service(LocalDate.of(2008, 4, 24), ServiceManner.COUNTER, "王柜员"));
        assertThat(refusal(again)).isEqualTo(Refusal.of(Refusal.Kind.CONFLICT, Violation.of("document.served-already", "王柜员", "2008-04-24")));
        assertThat(papers.of(CITY, CASE)).containsExactly(served);
    }

    @Test
    void nothing_is_served_before_it_is_issued_or_on_a_day_to_come() {
        papers.issue(order(CASE, "ACCEPTANCE"));

        assertThat(rules(papers.serve(CITY, CASE, 1, ServiceManner.COUNTER, ISSUED.minusDays(1), CLERK))).containsExactly("document.served-before-issue");
        assertThat(rules(papers.serve(CITY, CASE, 1, ServiceManner.COUNTER, LocalDate.of(2008, 5, 1), CLERK))).containsExactly("document.day-in-future");
        assertThat(rules(papers.serve(CITY, CASE, 2, ServiceManner.COUNTER, ISSUED, CLERK))).containsExactly("document.receipt-unknown");
    }

    @Test
    void acknowledging_serves_by_the_same_act_but_never_before_an_earlier_service() {
        papers.issue(order(CASE, "ACCEPTANCE"));
        papers.issue(order(CASE, "PLAN_REPLY"));
        papers.serve(CITY, CASE, 2, ServiceManner.REGISTERED_POST, LocalDate.of(2008, 4, 28), CLERK);

        var signed = value(papers.acknowledge(CITY, CASE, 1, signature(Signature.PORTAL, ISSUED.plusDays(2)), CLERK));

        assertThat(signed.served()).isEqualTo(new Receipt.Service(ISSUED.plusDays(2), ServiceManner.PORTAL_READ, "王柜员"));
        assertThat(signed.acknowledged()).isEqualTo(new Receipt.Acknowledged(ISSUED.plusDays(2), Signature.PORTAL, "张三", List.of(), "王柜员", null));
        assertThat(rules(papers.acknowledge(CITY, CASE, 2, signature(Signature.PAPER, LocalDate.of(2008, 4, 27)), CLERK)))
                .containsExactly("document.acknowledged-before-service");
        assertThat(refusal(papers.acknowledge(CITY, CASE, 1, signature(Signature.PAPER, ISSUED.plusDays(3)), MANAGER)))
                .isEqualTo(Refusal.of(Refusal.Kind.CONFLICT, Violation.of("document.acknowledged-already", "张三", "2008-04-25")));
    }

    @Test
    void a_signature_on_the_screen_is_a_picture_of_this_case_and_stays_with_it() {
        papers.issue(order(CASE, "PLAN_REPLY"));
        files.insert(new StoredFile(CITY, "scan", FileKind.PDF, 10, "扫描.pdf", "王柜员", Instant.parse("2008-04-23T01:00:00Z"), null, null, Scan.OFF), "aa", CLERK);
        files.insert(new StoredFile(CITY, "drawn", FileKind.PNG, 10, "signature.png", "王柜员", Instant.parse("2008-04-23T01:00:00Z"), null, null, Scan.OFF), "bb", CLERK);
        files.insert(new StoredFile(CITY, "hers", FileKind.PNG, 10, "signature.png", "王柜员", Instant.parse("2008-04-23T01:00:00Z"), null, null, Scan.OFF), "cc", CLERK);
        files.attach(CITY, "hers", OTHER);

        assertThat(rules(papers.acknowledge(CITY, CASE, 1, drawn(Signature.SCREEN, null), CLERK))).containsExactly("document.drawing-missing");
        assertThat(rules(papers.acknowledge(CITY, CASE, 1, drawn(Signature.PAPER, "drawn"), CLERK))).containsExactly("document.drawing-unneeded");
        for (var wrong : List.of("scan", "hers", "nowhere")) {
            assertThat(rules(papers.acknowledge(CITY, CASE, 1, drawn(Signature.SCREEN, wrong), CLERK))).as(wrong).containsExactly("document.drawing-no-picture");
        }
        var signed = value(papers.acknowledge(CITY, CASE, 1, drawn(Signature.SCREEN, "drawn"), CLERK));

        assertThat(signed.acknowledged().drawing()).isEqualTo("drawn");
        assertThat(signed.served().how()).isEqualTo(ServiceManner.COUNTER);
        assertThat(files.find(CITY, "drawn").orElseThrow().caseNo()).isEqualTo(CASE);
    }

    private static Acknowledgement drawn(Signature signature, String drawing) {
        return new Acknowledgement(signature, ISSUED, "张三", List.of(), drawing);
    }

    @Test
    void a_refusal_to_sign_needs_two_different_witnesses() {
        papers.issue(order(CASE, "PLAN_REPLY"));

        for (var witnesses : List.of(List.<String>of(), List.of("甲"), List.of("甲", "甲 "), List.of("甲", " "))) {
            assertThat(rules(papers.acknowledge(CITY, CASE, 1, new Acknowledgement(Signature.REFUSED_BEFORE_WITNESSES, ISSUED, "张三", witnesses, null), CLERK)))
                    .as(witnesses.toString()).containsExactly("document.witnesses");
        }
        var refused = value(papers.acknowledge(CITY, CASE, 1,
                new Acknowledgement(Signature.REFUSED_BEFORE_WITNESSES, ISSUED, "张三", List.of("甲", "乙"), null), CLERK));

        assertThat(refused.acknowledged().witnesses()).containsExactly("甲", "乙");
        assertThat(refused.served().how()).isEqualTo(ServiceManner.ON_SITE);
    }

    @Test
    void a_correction_takes_the_place_of_a_receipt_which_stays_on_file() {
        var old = papers.issue(order(CASE, "ACCEPTANCE"));

        var correction = value(papers.supersede(CITY, CASE, 1, order(CASE, "ACCEPTANCE")));

        assertThat(correction.rno()).isEqualTo(2);
        assertThat(papers.of(CITY, CASE)).extracting(Receipt::supersededBy).containsExactly(2, null);
        assertThat(papers.of(CITY, CASE).getFirst().content()).isEqualTo(old.content());
        assertThat(refusal(papers.serve(CITY, CASE, 1, ServiceManner.COUNTER, ISSUED, CLERK)))
                .isEqualTo(Refusal.of(Refusal.Kind.CONFLICT, Violation.of("document.receipt-superseded", 1, 2)));
        assertThat(refusal(papers.supersede(CITY, CASE, 1, order(CASE, "ACCEPTANCE"))).kind()).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void a_letter_of_the_same_kind_is_the_next_version_and_its_code_proves_it() {
        var first = papers.issue(letter("DEFICIENCY"));
        papers.issue(letter("CONTRACT"));
        var second = papers.issue(letter("DEFICIENCY"));

        assertThat(papers.lettersOf(CITY, CASE)).extracting(Letter::lno, Letter::version, Letter::supersededBy)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 1, 3), org.assertj.core.groups.Tuple.tuple(2, 1, null),
                        org.assertj.core.groups.Tuple.tuple(3, 2, null));
        assertThat(papers.verify(CASE, second.code().toLowerCase(java.util.Locale.ROOT))).contains(second);
        assertThat(papers.verify(OTHER, first.code())).isEmpty();
    }

    @Test
    void papers_keep_their_history_and_a_newer_one_of_the_same_number_takes_over() {
        var old = new DocumentInput("LICENSE", "340100", LocalDate.of(2008, 12, 31), false, 1, null);
        var renewed = new DocumentInput("LICENSE", "340100", LocalDate.of(2011, 12, 31), true, 2, null);
        var other = new DocumentInput("PROPERTY_DEED", null, null, true, 1, null);

        papers.addDocuments(CITY, CASE, List.of(old, other), ISSUED, CLERK);
        papers.addDocuments(CITY, CASE, List.of(renewed), ISSUED.plusDays(1), MANAGER);

        assertThat(papers.documentsOf(CITY, CASE)).containsExactly(
                new CaseDocument(1, old, ISSUED, "王柜员", 3, null, null),
                new CaseDocument(2, other, ISSUED, "王柜员", null, null, null),
                new CaseDocument(3, renewed, ISSUED.plusDays(1), "李经理", null, null, null));
    }

    @Test
    void a_scan_belongs_to_one_case() {
        files.insert(new StoredFile(CITY, "f1", FileKind.PDF, 10, "房产证.pdf", "王柜员", Instant.parse("2008-04-23T01:00:00Z"), null, null, Scan.OFF), "aa", CLERK);
        var scanned = new DocumentInput("PROPERTY_DEED", null, null, true, 1, "f1");
        var lost = new DocumentInput("LEASE", null, null, true, 1, "f2");

        assertThat(papers.check(CITY, CASE, List.of(scanned, lost))).containsExactly(Violation.at("[1].fileId", "document.file-unknown", "f2"));
        papers.addDocuments(CITY, CASE, List.of(scanned), ISSUED, CLERK);

        assertThat(papers.check(CITY, CASE, List.of(scanned))).isEmpty();
        assertThat(papers.check(CITY, OTHER, List.of(scanned))).containsExactly(Violation.at("[0].fileId", "document.file-of-other-case", "房产证.pdf"));
    }

    private static ReceiptOrder order(CaseNo caseNo, String kind) {
        return new ReceiptOrder(caseNo, new Wording("anhui-2008", CITY, true), kind, "ACCEPTANCE", 1, 1, ISSUED, CLERK, Map.of("next", "现场勘查", "days", 5, "hotlines", List.of("95598", "12398")));
    }

    private static LetterOrder letter(String kind) {
        return new LetterOrder(CASE, new Wording("anhui-2008", CITY, true), kind, ISSUED, CLERK, Map.of("missing", List.of("房产证或租赁合同")));
    }

    private static Acknowledgement signature(Signature signature, LocalDate on) {
        return new Acknowledgement(signature, on, "张三", List.of(), null);
    }

    private static <T> T value(Answer<T> answer) {
        return ((Answer.Done<T>) answer).value();
    }

    private static Refusal refusal(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).refusal();
    }

    private static List<String> rules(Answer<?> answer) {
        return refusal(answer).violations().stream().map(Violation::rule).toList();
    }
}
