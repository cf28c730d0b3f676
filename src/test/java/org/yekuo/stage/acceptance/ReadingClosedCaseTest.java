package org.yekuo.stage.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yekuo.casework.RecordedHistory;
import org.yekuo.customer.IdType;
import org.yekuo.stage.AnhuiPack;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

class ReadingClosedCaseTest {

    private static final UnitCode CHANGFENG = new UnitCode("340121");
    private static final LocalDate ACCEPTED = LocalDate.of(2008, 4, 24);
    private static final LocalDate ENDED = LocalDate.of(2008, 10, 6);
    private static final LocalDate TODAY = LocalDate.of(2009, 3, 2);

    private final List<Violation> found = new ArrayList<>();

    private static ClosedCaseRow.Load load(String kv, String customerClass) {
        return new ClosedCaseRow.Load(customerClass, "INDUSTRIAL", new BigDecimal(630), null, new BigDecimal(kv), null, null, null, null, null);
    }

    private static ClosedCaseRow.Stage stage(String stage, String opened, String closed, String served) {
        return new ClosedCaseRow.Stage(stage, LocalDate.parse(opened), closed == null ? null : LocalDate.parse(closed), served == null ? null : LocalDate.parse(served), null, "王师傅", null, List.of());
    }

    private static ClosedCaseRow row(String business, ClosedCaseRow.Load load, List<ClosedCaseRow.Stage> stages, List<ClosedCaseRow.Pause> pauses, RecordedHistory.Ending how, LocalDate ended) {
        return new ClosedCaseRow("SG186-1", "SG186", "340121", null, business, ACCEPTED, null, new ClosedCaseRow.Applicant("永固机械厂", IdType.BUSINESS_LICENSE, null, null, null), "双凤开发区",
                load, stages, pauses, new ClosedCaseRow.Ended(how, ended, null), null, null);
    }

    private ReadingClosedCase.Read read(ClosedCaseRow row) {
        found.clear();
        return ReadingClosedCase.read(row, AnhuiPack.PACK, CHANGFENG, CHANGFENG, Actor.staff("1", "林英"), TODAY, found);
    }

    private List<String> faults(ClosedCaseRow row) {
        assertThat(read(row)).isNull();
        return found.stream().map(violation -> violation.rule() + "@" + violation.field()).toList();
    }

    @Test
    void class_and_procedure_follow_from_what_was_recorded() {
        var read = read(row("NEW_INSTALL", load("10", null), List.of(stage("acceptance", "2008-04-24", "2008-04-24", null)), List.of(), RecordedHistory.Ending.ARCHIVED, ENDED));
        assertThat(found).isEmpty();
        assertThat(read.what().procedure().key()).isEqualTo("high-voltage");
        assertThat(read.what().facts().text("class")).contains("HV");
        assertThat(read.what().facts().number("voltageKv")).contains(new BigDecimal("10"));
    }

    @Test
    void a_voltage_our_tables_would_not_give_is_kept_for_it_is_over() {
        var read = read(row("NEW_INSTALL", load("0.38", "LV_NONRES"), List.of(), List.of(), RecordedHistory.Ending.TERMINATED, ENDED));
        assertThat(found).isEmpty();
        assertThat(read.what().facts().text("class")).contains("LV_NONRES");
        assertThat(read.what().facts().number("voltageKv")).contains(new BigDecimal("0.38"));
    }

    @Test
    void a_stage_that_was_done_says_the_fact_it_is_done_under() {
        var read = read(row("NEW_INSTALL", load("10", null), List.of(stage("constrained-reply", "2008-05-04", "2008-05-05", "2008-05-06")), List.of(), RecordedHistory.Ending.ARCHIVED, ENDED));
        assertThat(read.what().facts().isTrue("constrained")).isTrue();
    }

    @Test
    void everything_wrong_with_a_line_is_found_at_once() {
        var stages = List.of(stage("survey", "2008-04-20", "2008-04-19", null), stage("dancing", "2008-04-25", "2008-04-26", null), stage("plan-draft", "2008-05-04", null, null),
                stage("plan-draft", "2008-05-05", "2008-05-06", "2008-05-07"), stage("contract", "2008-10-05", "2008-10-08", null));
        var pauses = List.of(new ClosedCaseRow.Pause("LUNCH", LocalDate.of(2008, 5, 3), LocalDate.of(2008, 5, 2)));
        assertThat(faults(row("NEW_INSTALL", load("10", null), stages, pauses, RecordedHistory.Ending.ARCHIVED, ENDED))).containsExactlyInAnyOrder(
                "casework.import-backwards@stages[0].openedOn", "casework.import-backwards@stages[0].closedOn", "casework.recorded-no-such-stage@stages[1].stage",
                "casework.recorded-open-and-archived@stages[2].closedOn", "casework.recorded-round-open@stages[3]", "casework.recorded-no-receipt@stages[3].servedOn",
                "casework.recorded-after-end@stages[4].closedOn", "casework.no-such-reason@pauses[0].reason", "casework.import-backwards@pauses[0].to");
    }

    @Test
    void words_the_rules_of_its_day_do_not_know_and_days_ahead_are_refused() {
        assertThat(faults(row("DANCE", load("10", "GIANT"), List.of(), List.of(), RecordedHistory.Ending.ARCHIVED, ENDED)))
                .containsExactlyInAnyOrder("acceptance.unknown-code@business", "acceptance.unknown-code@load.customerClass");
        assertThat(faults(row("NEW_INSTALL", load("10", null), List.of(), List.of(), RecordedHistory.Ending.WITHDRAWN, TODAY.plusDays(1)))).containsExactly("casework.recorded-ahead@ended.on");
        assertThat(faults(row("NEW_INSTALL", load("10", null), List.of(), List.of(), RecordedHistory.Ending.WITHDRAWN, ACCEPTED.minusDays(1)))).containsExactly("casework.import-backwards@ended.on");
    }
}
