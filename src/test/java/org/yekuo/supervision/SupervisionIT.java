package org.yekuo.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.casework.Acted;
import org.yekuo.outbox.DispatchingOutbox;
import org.yekuo.scenario.Day;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/** Who may press whom, how often, and what becomes of it. */
class SupervisionIT extends Day {

    private static final Actor OWNER_HEAD = Actor.staff("340121-yx1", "程玲");
    private static final Actor CITY = Actor.staff("3401-yx1", "尹莉");
    private static final Actor SURVEYOR = Actor.staff("340121-kc1", "袁健");
    private static final Actor ELSEWHERE = Actor.staff("340122-yx1", "龙鑫");

    @Autowired
    private UrgingWork urging;
    @Autowired
    private SupervisingCase supervising;
    @Autowired
    private ReadingSupervision reading;
    @Autowired
    private ReadingNotices notices;
    @Autowired
    private DispatchingOutbox outbox;

    private CaseNo surveyIsDue(String day) {
        office.day(day);
        walk.apply(walk.resident()).mustSucceed();
        walk.dispatch(day).mustSucceed();
        return new CaseNo(walk.no);
    }

    private static List<String> rules(Answer<Acted> answer) {
        return answer instanceof Answer.Refused<Acted>(var refusal) ? refusal.violations().stream().map(Violation::rule).toList() : List.of();
    }

    private String surveyPart() {
        return "survey/0/lead";
    }

    @Test
    void the_same_is_urged_once_a_working_day_and_lies_in_the_box_of_whoever_has_it() {
        var no = surveyIsDue("2009-03-05");
        outbox.dispatchDue(() -> true);
        long before = notices.unread(SURVEYOR.id());
        assertThat(rules(urging.urge(no, surveyPart(), "请今天上门", OWNER_HEAD))).isEmpty();
        assertThat(rules(urging.urge(no, surveyPart(), null, OWNER_HEAD))).containsExactly("supervision.urged-already");
        assertThat(rules(urging.urge(no, surveyPart(), null, CITY))).as("another person may").isEmpty();
        office.day("2009-03-07");
        assertThat(rules(urging.urge(no, surveyPart(), null, OWNER_HEAD))).as("Friday was a working day between").isEmpty();
        office.day("2009-03-08");
        assertThat(rules(urging.urge(no, surveyPart(), null, OWNER_HEAD))).as("Saturday and Sunday belong together").containsExactly("supervision.urged-already");
        outbox.dispatchDue(() -> true);
        assertThat(notices.unread(SURVEYOR.id()) - before).isEqualTo(3);
        assertThat(reading.toAnswer(SURVEYOR.id())).filteredOn(one -> one.caseNo().equals(no)).hasSize(3);
        outbox.dispatchDue(() -> true);
        var newest = notices.page(SURVEYOR.id(), null).items().getFirst();
        assertThat(newest.about()).startsWith("survey/0/");
        assertThat(notices.open(ELSEWHERE.id(), newest.id())).as("another's message is not there").isEmpty();
        assertThat(notices.open(SURVEYOR.id(), newest.id())).hasValueSatisfying(opened -> assertThat(opened.about()).isEqualTo(newest.about()));
    }

    @Test
    void an_urging_is_answered_with_a_sentence_by_whoever_was_urged_or_by_doing_the_work() {
        var no = surveyIsDue("2009-03-10");
        assertThat(rules(urging.urge(no, surveyPart(), "", OWNER_HEAD))).isEmpty();
        assertThat(rules(urging.answer(no, 1, "我来答", Actor.staff("340121-df1", "周丹")))).containsExactly("supervision.not-urged");
        assertThat(rules(urging.answer(no, 1, "已约客户明天上午", SURVEYOR))).isEmpty();
        assertThat(rules(urging.answer(no, 1, "再答一次", SURVEYOR))).containsExactly("supervision.urging-answered");
        assertThat(reading.toAnswer(SURVEYOR.id())).noneMatch(one -> one.caseNo().equals(no));
        office.day("2009-03-11");
        assertThat(rules(urging.urge(no, surveyPart(), "", OWNER_HEAD))).isEmpty();
        walk.survey("2009-03-11", 8.89, "L34012107").mustSucceed();
        assertThat(reading.toAnswer(SURVEYOR.id())).as("the work is done").noneMatch(one -> one.caseNo().equals(no));
        assertThat(rules(urging.urge(no, surveyPart(), "", CITY))).containsExactly("supervision.nothing-open");
        assertThat(walk.get("/events").path("events").valueStream().map(event -> event.path("kind").asString())).contains("URGED", "URGING_ANSWERED");
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void the_customer_urges_her_own_case_and_nobody_of_another_county_sees_any_of_it() {
        var no = surveyIsDue("2009-03-12");
        assertThat(rules(urging.urge(no, "", "什么时候来？", Actor.customer(no, "王小明")))).isEmpty();
        assertThat(rules(urging.urge(no, "", null, Actor.customer(no, "王小明")))).containsExactly("supervision.urged-already");
        assertThat(rules(urging.urge(no, "", null, ELSEWHERE))).containsExactly("casework.no-such-case");
        assertThat(rules(supervising.open(no, "", "请说明", 3, ELSEWHERE))).containsExactly("casework.no-such-case");
        assertThat(rules(urging.urge(no, "", null, SURVEYOR))).as("a surveyor urges nobody").containsExactly("casework.act-not-allowed");
        assertThat(reading.urgings(no, ELSEWHERE)).isEmpty();
        assertThat(reading.urgings(no, OWNER_HEAD)).hasSize(1);
    }

    @Test
    void a_supervised_case_is_answered_by_its_unit_and_closed_by_who_opened_it() {
        var no = surveyIsDue("2009-03-16");
        assertThat(rules(supervising.open(no, surveyPart(), "三天未勘查，请说明", 3, CITY))).isEmpty();
        assertThat(rules(supervising.open(no, surveyPart(), "再问", 3, CITY))).containsExactly("supervision.supervised-already");
        assertThat(rules(supervising.close(no, 1, null, CITY))).containsExactly("supervision.not-answered-yet");
        assertThat(reading.of(no, CITY).getFirst().overdue()).isFalse();
        office.day("2009-03-20");
        assertThat(reading.of(no, CITY).getFirst()).matches(SupervisedCase::overdue).extracting(one -> one.answerBy().toString()).isEqualTo("2009-03-19");
        assertThat(rules(supervising.answer(no, 1, "已派工", CITY))).as("the city asked, the county answers").containsExactly("supervision.handler-answers");
        assertThat(rules(supervising.answer(no, 1, "客户改约，今天上门", OWNER_HEAD))).isEmpty();
        assertThat(rules(supervising.close(no, 1, "同意", OWNER_HEAD))).containsExactly("supervision.opener-closes");
        assertThat(rules(supervising.close(no, 1, "同意销号", CITY))).isEmpty();
        assertThat(reading.page(CITY.id(), SupervisedCase.State.CLOSED, null).items()).anyMatch(one -> one.caseNo().equals(no));
        assertThat(reading.page(ELSEWHERE.id(), SupervisedCase.State.CLOSED, null).items()).noneMatch(one -> one.caseNo().equals(no));
        assertThat(walk.get("/events").path("events").valueStream().map(event -> event.path("kind").asString()))
                .contains("SUPERVISION_OPENED", "SUPERVISION_ANSWERED", "SUPERVISION_CLOSED");
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void of_eight_who_press_the_button_together_as_one_person_one_urges() throws Exception {
        var no = surveyIsDue("2009-03-18");
        var barrier = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = java.util.stream.IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> {
                barrier.await();
                return rules(urging.urge(no, surveyPart(), "", OWNER_HEAD));
            })).toList();
            var refused = 0;
            for (var future : futures) {
                refused += future.get().isEmpty() ? 0 : 1;
            }
            assertThat(refused).isEqualTo(7);
        }
        assertThat(reading.urgings(no, OWNER_HEAD)).hasSize(1);
    }
}
