package org.yekuo.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

class EvidenceTest {

    private static final Clause CLAUSE = new Clause("细则 4.1.2");
    private static final Requirement REPORT = new Requirement("APP_REPORT", new Text("用电申请报告", "application report"), null, CLAUSE);
    private static final Requirement DEED = new Requirement("PROPERTY_DEED", new Text("房产证", "property deed"), "PROPERTY", CLAUSE);
    private static final Requirement LEASE = new Requirement("LEASE", new Text("租赁合同", "lease"), "PROPERTY", CLAUSE);
    private static final Requirement PERMIT = new Requirement("SPECIAL_PERMIT", new Text("采矿许可证", "mining permit"), null, CLAUSE);
    private static final LocalDate ACCEPTED = LocalDate.of(2008, 4, 23);

    @Test
    void high_voltage_without_proof_of_property_misses_the_alternatives_by_name() {
        var judgement = Evidence.judge(List.of(REPORT, DEED, LEASE), List.of(paper("APP_REPORT", null)), ACCEPTED, null);

        assertThat(judgement.complete()).isFalse();
        assertThat(judgement.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.code()).isEqualTo("PROPERTY");
            assertThat(missing.name()).isEqualTo(new Text("房产证或租赁合同", "property deed or lease"));
            assertThat(missing.clause()).isEqualTo(CLAUSE);
        });
    }

    @Test
    void either_alternative_will_do() {
        assertThat(Evidence.judge(List.of(DEED, LEASE), List.of(paper("LEASE", null)), ACCEPTED, null).complete()).isTrue();
        assertThat(Evidence.judge(List.of(DEED, LEASE), List.of(paper("PROPERTY_DEED", null)), ACCEPTED, null).complete()).isTrue();
    }

    @Test
    void a_permit_that_ended_the_day_before_is_refused_by_name_and_date() {
        var judgement = Evidence.judge(List.of(PERMIT), List.of(paper("SPECIAL_PERMIT", ACCEPTED.minusDays(1))), ACCEPTED, null);

        assertThat(judgement.missing()).isEmpty();
        assertThat(judgement.violations()).containsExactly(
                Violation.at("[0].validUntil", "document.expired", "采矿许可证", "2008-04-22", "2008-04-23").citing(CLAUSE));
    }

    @Test
    void a_permit_that_ends_on_the_day_of_acceptance_is_good() {
        assertThat(Evidence.judge(List.of(PERMIT), List.of(paper("SPECIAL_PERMIT", ACCEPTED)), ACCEPTED, null).complete()).isTrue();
    }

    @Test
    void a_paper_that_ends_before_energising_is_a_warning() {
        var papers = List.of(paper("SPECIAL_PERMIT", LocalDate.of(2008, 6, 30)));

        var judgement = Evidence.judge(List.of(PERMIT), papers, ACCEPTED, LocalDate.of(2008, 7, 1));

        assertThat(judgement.complete()).isTrue();
        assertThat(judgement.warnings()).extracting(Violation::rule).containsExactly("document.expires-before-energising");
        assertThat(Evidence.judge(List.of(PERMIT), papers, ACCEPTED, LocalDate.of(2008, 6, 30)).warnings()).isEmpty();
    }

    @Test
    void a_renewed_paper_heals_the_expired_one_beside_it() {
        var papers = List.of(paper("SPECIAL_PERMIT", ACCEPTED.minusDays(1)), paper("SPECIAL_PERMIT", ACCEPTED.plusYears(3)));

        assertThat(Evidence.judge(List.of(PERMIT), papers, ACCEPTED, ACCEPTED.plusMonths(2)))
                .isEqualTo(new Judgement(List.of(), List.of(), List.of()));
    }

    @Test
    void everything_is_said_at_once_and_what_nobody_asked_for_is_kept_in_silence() {
        var papers = List.of(paper("HOLIDAY_PHOTO", LocalDate.of(1999, 1, 1)), paper("SPECIAL_PERMIT", ACCEPTED.minusYears(1)));

        var judgement = Evidence.judge(List.of(REPORT, DEED, LEASE, PERMIT), papers, ACCEPTED, null);

        assertThat(judgement.missing()).extracting(Judgement.Missing::code).containsExactly("APP_REPORT", "PROPERTY");
        assertThat(judgement.violations()).extracting(Violation::field).containsExactly("[1].validUntil");
    }

    private static DocumentInput paper(String type, @Nullable LocalDate validUntil) {
        return new DocumentInput(type, null, validUntil, true, 1, null);
    }
}
