package org.yekuo.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.form.WrongPage;
import org.yekuo.organisation.Role;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Walk;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/** Everything a leaver has goes to colleagues who may have it, and to nobody else. */
class HandingOverIT extends Day {

    private static final Actor HEAD = Actor.staff("340121-yx1", "程玲");
    private static final Actor ELSEWHERE = Actor.staff("340122-yx1", "龙鑫");
    private static final Actor CLERK = Actor.staff("340121-kf1", "黄强");

    @Autowired
    private HandingOver handing;
    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient jdbc;
    @Autowired
    private AssigningWork assigning;
    @Autowired
    private ReadingCase reading;
    @Autowired
    private ReadingInbox inbox;

    private CaseNo surveyedBy(String staffNo, String day) {
        office.day(day);
        walk.apply(walk.resident()).mustSucceed();
        walk.dispatch(day).mustSucceed();
        var no = new CaseNo(walk.no);
        assigning.assign(no, "survey", 0, "lead", staffNo, HEAD);
        return no;
    }

    private String surveyor(CaseNo no) {
        return reading.summary(no, HEAD).orElseThrow().turns().stream().filter(turn -> turn.stage().equals("survey")).findFirst().orElseThrow().assignee();
    }

    private long open(String staffNo) {
        return inbox.count(staffNo, new ReadingInbox.Query(ReadingInbox.View.MINE, null, Role.SURVEYOR, walk.no, null, 1));
    }

    @Test
    void a_surveyors_work_goes_to_her_colleague_with_one_entry_and_nothing_is_left_to_hand_over() {
        var no = surveyedBy("340121-kc1", "2009-04-07");
        var mine = handing.preview("340121-kc1", List.of("340121-kc2"), HEAD).items().stream().filter(item -> item.caseNo().equals(no)).toList();
        assertThat(mine).extracting(HandingOver.Item::stage, HandingOver.Item::to).containsExactly(org.assertj.core.groups.Tuple.tuple("survey", "340121-kc2"));
        assertThat(surveyor(no)).as("a preview changes nothing").isEqualTo("340121-kc1");
        assertThat(open("340121-kc2")).isZero();

        handing.handOver("340121-kc1", List.of("340121-kc2"), HEAD);

        assertThat(surveyor(no)).isEqualTo("340121-kc2");
        assertThat(open("340121-kc2")).isEqualTo(1);
        assertThat(handing.preview("340121-kc1", List.of(), HEAD).items()).as("done again it finds nothing").noneMatch(item -> item.caseNo().equals(no));
        assertThat(walk.get("/events").path("events").valueStream().filter(event -> event.path("kind").asString().equals("HANDED_OVER"))).hasSize(1);
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void what_nobody_chosen_may_do_stays_and_says_so() {
        var no = surveyedBy("340121-kc1", "2009-04-09");
        assertThat(handing.preview("340121-kc1", List.of("340121-df1"), HEAD).items()).filteredOn(item -> item.caseNo().equals(no)).allMatch(item -> item.to() == null).isNotEmpty();
        var handed = handing.handOver("340121-kc1", List.of("340121-df1"), HEAD);
        assertThat(handed.faults()).extracting(Violation::rule).contains("casework.nobody-may-take-over");
        assertThat(surveyor(no)).isEqualTo("340121-kc1");
    }

    @Test
    void an_account_managers_cases_and_her_part_in_them_go_together() {
        office.day("2009-04-13");
        walk.apply(walk.resident()).mustSucceed();
        var no = new CaseNo(walk.no);
        var owner = reading.summary(no, HEAD).orElseThrow().owner();
        var other = owner.equals("340121-jl1") ? "340121-jl2" : "340121-jl1";
        handing.handOver(owner, List.of(other), HEAD);
        assertThat(reading.summary(no, HEAD).orElseThrow().owner()).isEqualTo(other);
        handing.handOver(other, List.of(owner), HEAD);
        assertThat(reading.summary(no, HEAD).orElseThrow().owner()).isEqualTo(owner);
    }

    @Test
    void more_than_a_hundred_go_in_two_goes() throws Exception {
        office.day("2009-04-13");
        var leaver = "340121-left-" + System.nanoTime();
        int all = HandingOver.MOST + 1;
        var mine = new ArrayList<String>();
        try (var desks = Executors.newFixedThreadPool(4)) {
            var applied = desks.invokeAll(IntStream.range(0, all).<Callable<String>>mapToObj(i -> () -> {
                var one = new Walk(office);
                one.apply(one.resident()).mustSucceed();
                return one.no;
            }).toList());
            for (var one : applied) {
                mine.add(one.get());
                own(leaver, mine.getLast());
            }
        }
        assertThat(handing.preview(leaver, List.of("340121-jl1"), HEAD)).extracting(HandingOver.Preview::cases, preview -> preview.items().size()).containsExactly((long) all, HandingOver.MOST);
        assertThat(handing.handOver(leaver, List.of("340121-jl1"), HEAD)).isEqualTo(new HandingOver.Handed(HandingOver.MOST, List.of()));
        assertThat(handing.handOver(leaver, List.of("340121-jl1"), HEAD)).isEqualTo(new HandingOver.Handed(1, List.of()));
        assertThat(handing.preview(leaver, List.of("340121-jl1"), HEAD).cases()).isZero();
        // So many on one manager would be in the way of the other tests.
        mine.forEach(no -> own(leaver, no));
    }

    private void own(String staffNo, String no) {
        jdbc.sql("update connection_case set owner = ? where case_no = ?").params(staffNo, no).update();
        jdbc.sql("update under_way set owner = ? where case_no = ?").params(staffNo, no).update();
    }

    @Test
    void a_head_of_another_county_hands_over_nothing_and_a_clerk_is_refused() {
        var no = surveyedBy("340121-kc1", "2009-04-15");
        assertThat(handing.preview("340121-kc1", List.of("340121-kc2"), ELSEWHERE).items()).isEmpty();
        assertThat(handing.handOver("340121-kc1", List.of("340121-kc2"), ELSEWHERE).cases()).isZero();
        assertThat(handing.handOver("340121-kc1", List.of("340121-kc2"), CLERK).faults()).extracting(Violation::rule).contains("casework.act-not-allowed");
        assertThat(surveyor(no)).isEqualTo("340121-kc1");
    }

    @Test
    void the_list_of_all_hats_leaves_out_what_is_on_hold_and_keeps_what_was_done() {
        var no = surveyedBy("340121-kc1", "2009-04-17");
        var mine = new ReadingInbox.Query(ReadingInbox.View.MINE, null, null, no.value(), null, 10);
        assertThat(inbox.read("340121-kc1", mine).items()).hasSize(1).allMatch(item -> item.why() != null && item.why().zh().contains("2009-04-17"));
        walk.survey("2009-04-17", 8.89, "L34012107").mustSucceed();
        assertThat(inbox.count("340121-kc1", new ReadingInbox.Query(ReadingInbox.View.DONE, null, null, "survey", null, no.value(), null, 10))).isEqualTo(1);
        for (var view : List.of(ReadingInbox.View.TEAM, ReadingInbox.View.DONE)) {
            for (var madeUp : List.of("-", "MXwyMDA5LTEzLTQ1fHh8eHwxfHg", "eHx4")) {
                assertThatThrownBy(() -> inbox.read("340121-kc1", new ReadingInbox.Query(view, null, null, null, madeUp, 2))).as(madeUp).isInstanceOf(WrongPage.class);
            }
        }
        var done = new ArrayList<String>();
        String cursor = null;
        do {
            var page = inbox.read("340121-kc1", new ReadingInbox.Query(ReadingInbox.View.DONE, null, null, null, cursor, 2));
            page.items().forEach(item -> done.add(item.caseNo() + item.stage() + item.phase() + item.round() + item.part()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(done).doesNotHaveDuplicates().hasSize((int) inbox.count("340121-kc1", new ReadingInbox.Query(ReadingInbox.View.DONE, null, null, null, null, 1))).contains(no + "survey01lead");
    }
}
