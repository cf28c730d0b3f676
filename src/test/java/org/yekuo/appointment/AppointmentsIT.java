package org.yekuo.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.casework.Acted;
import org.yekuo.organisation.Role;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Walk;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Appointments with the customer and the crews that keep them. */
class AppointmentsIT extends Day {

    private static final UnitCode CHANGFENG = new UnitCode("340121");
    private static final Actor SPECIALIST = Actor.staff("340121-zz1", "范丽");
    private static final LocalDate MONDAY = LocalDate.of(2008, 7, 14);

    @Autowired
    private PlacingVisit placing;
    @Autowired
    private AnsweringAppointment answering;
    @Autowired
    private AnsweringInvitation invitations;
    @Autowired
    private EndingAppointment ending;
    @Autowired
    private KeepingCrews crews;
    @Autowired
    private Appointments appointments;
    @Autowired
    private ReadingCalendar calendar;

    private CaseNo accepted() {
        office.day(MONDAY.toString());
        walk.apply(walk.resident()).mustSucceed();
        return new CaseNo(walk.no);
    }

    private static Visit visit(LocalDate day, @Nullable LocalTime from, @Nullable LocalTime to, String... people) {
        return new Visit(List.of(people), day, from == null ? Slot.MORNING : Slot.of(from), from, to);
    }

    private static Visit evening(LocalDate day, String... people) {
        return new Visit(List.of(people), day, Slot.EVENING, null, null);
    }

    private Answer<Acted> place(CaseNo no, Visit visit) {
        return placing.place(no, "survey", 0, visit, false, SPECIALIST);
    }

    private static List<String> rules(Answer<Acted> answer) {
        return answer instanceof Answer.Refused<Acted>(Refusal refusal) ? refusal.violations().stream().map(Violation::rule).toList() : List.of();
    }

    private Appointment only(CaseNo no) {
        return appointments.of(no).getFirst();
    }

    @Test
    void placing_a_survey_closes_the_stage_that_sends_the_crew_and_moving_it_leaves_one_appointment() {
        var no = accepted();
        assertThat(rules(place(no, visit(MONDAY.plusDays(1), null, null, "340121-kc1")))).isEmpty();
        assertThat(walk.get("").path("summary").path("turns").valueStream().map(turn -> turn.path("stage").asString()).toList()).containsExactly("survey");
        assertThat(rules(place(no, visit(MONDAY.plusDays(2), LocalTime.of(14, 0), LocalTime.of(15, 0), "340121-kc2")))).isEmpty();
        assertThat(appointments.of(no)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(Appointment.State.PROPOSED);
            assertThat(one.visit().people()).containsExactly("340121-kc2");
            assertThat(one.day()).isEqualTo(MONDAY.plusDays(2));
        });
        assertThat(walk.get("/events").path("events").valueStream().filter(event -> event.path("kind").asString().equals("APPOINTMENT"))
                .map(event -> event.path("data").path("was").asString("")).toList()).containsExactly("2008-07-15 MORNING");
        assertThat(walk.ledgerIntact()).isTrue();
    }

    @Test
    void of_two_dispatchers_who_place_one_crew_at_one_time_the_second_is_told_who_and_when() throws Exception {
        var first = accepted();
        var other = new Walk(office);
        other.apply(other.resident()).mustSucceed();
        var second = new CaseNo(other.no);
        var barrier = new CyclicBarrier(2);
        var day = MONDAY.plusDays(3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = List.of(first, second).stream().map(no -> threads.submit(() -> {
                barrier.await();
                return place(no, visit(day, LocalTime.of(9, 0), LocalTime.of(10, 30), "340121-kc1", "340121-kc2"));
            })).toList();
            var refused = List.of(answers.get(0).get(), answers.get(1).get()).stream().filter(answer -> !rules(answer).isEmpty()).toList();
            assertThat(refused).hasSize(1);
            assertThat(refused.getFirst()).isInstanceOfSatisfying(Answer.Refused.class, answer -> assertThat(((Refusal) answer.refusal()).violations()).singleElement()
                    .satisfies(fault -> assertThat(fault.args()).contains("袁健、李刚", day.toString(), "09:00–10:30")));
        }
        assertThat(appointments.of(first).size() + appointments.of(second).size()).isEqualTo(1);
        var loser = appointments.of(first).isEmpty() ? first : second;
        assertThat(rules(place(loser, visit(day, LocalTime.of(10, 30), LocalTime.of(11, 0), "340121-kc1")))).as("the hours after are free").isEmpty();
    }

    @Test
    void a_crews_half_day_is_full_when_it_has_as_many_as_it_can_see() {
        var crew = new Crew(CHANGFENG, "勘查试班", Role.SURVEYOR, List.of("340121-tq1", "340121-kc1"), 1);
        var day = MONDAY.plusDays(1);
        var first = accepted();
        assertThat(crews.put(crew, SPECIALIST)).isInstanceOf(Answer.Done.class);
        try {
            assertThat(rules(place(first, evening(day, "340121-tq1", "340121-kc1")))).isEmpty();
            assertThat(only(first).crew()).isEqualTo("勘查试班");
            var other = new Walk(office);
            other.apply(other.resident()).mustSucceed();
            assertThat(rules(place(new CaseNo(other.no), evening(day, "340121-tq1")))).containsExactly("appointment.crew-full");
            var week = calendar.week(CHANGFENG, day, SPECIALIST).orElseThrow();
            assertThat(week.in("勘查试班", day, Slot.EVENING)).extracting(one -> one.caseNo()).containsExactly(first);
            assertThat(week.jobs()).extracting(job -> job.caseNo()).contains(new CaseNo(other.no)).doesNotContain(first);
        } finally {
            crews.remove(CHANGFENG, "勘查试班", SPECIALIST);
        }
        assertThat(crews.put(crew, Actor.staff("340121-kc1", "袁健"))).as("surveyors do not say who goes with whom").isInstanceOf(Answer.Refused.class);
        assertThat(calendar.week(CHANGFENG, day, Actor.staff("340122-zz1", "邵玉兰"))).as("another county's calendar is not there").isEmpty();
    }

    @Test
    void a_day_after_the_latest_must_be_known_to_be_so_and_a_day_gone_by_is_no_day() {
        var no = accepted();
        var late = visit(MONDAY.plusDays(60), null, null, "340121-kc1");
        assertThat(rules(place(no, late))).containsExactly("appointment.beyond-latest");
        assertThat(rules(place(no, visit(MONDAY.minusDays(1), LocalTime.of(9, 0), null, "340121-kc1")))).containsExactly("appointment.past", "appointment.hours");
        assertThat(rules(placing.place(no, "survey", 0, late, true, SPECIALIST))).isEmpty();
    }

    @Test
    void the_customer_agrees_or_asks_for_two_other_times_and_only_in_her_own_case() {
        var no = accepted();
        place(no, visit(MONDAY.plusDays(1), null, null, "340121-kc1"));
        var customer = Actor.customer(no, "王小明");
        var wish = new AppointmentForms.WishForm(MONDAY.plusDays(2), Slot.AFTERNOON, MONDAY.plusDays(3), Slot.MORNING);
        assertThat(rules(answering.ask(no, 1, new AppointmentForms.WishForm(MONDAY.minusDays(2), Slot.AFTERNOON, MONDAY.plusDays(3), null), customer)))
                .containsExactly("appointment.wish-half", "appointment.wish-past");
        assertThat(rules(answering.ask(no, 1, wish, customer))).isEmpty();
        assertThat(only(no).wishes()).hasSize(2);
        assertThat(calendar.week(CHANGFENG, MONDAY, SPECIALIST).orElseThrow().jobs()).filteredOn(job -> job.caseNo().equals(no)).singleElement()
                .satisfies(job -> assertThat(job.asked()).isNotNull());
        assertThat(rules(place(no, visit(MONDAY.plusDays(3), null, null, "340121-kc1")))).isEmpty();
        assertThat(only(no).wishes()).isEmpty();
        assertThat(rules(answering.agree(no, 1, Actor.customer(new CaseNo(new Walk(office) {
            String other() {
                apply(resident()).mustSucceed();
                return no;
            }
        }.other()), "别人")))).containsExactly("casework.no-such-case");
        assertThat(rules(answering.ask(no, 1, wish, customer))).isEmpty();
        assertThat(rules(answering.agree(no, 1, customer))).isEmpty();
        assertThat(only(no).state()).isEqualTo(Appointment.State.AGREED);
        assertThat(only(no).wishes()).as("what she asked for before is settled").isEmpty();
        assertThat(rules(answering.agree(no, 1, customer))).containsExactly("appointment.agreed-already");
    }

    @Test
    void nobody_home_is_kept_with_its_photo_and_the_next_visit_is_on_the_calendar() {
        var no = accepted();
        place(no, visit(MONDAY, null, null, "340121-kc1"));
        var photo = office.upload("cf.kc1", "door " + no);
        walk.submit("cf.kc1", "survey", Map.of("surveyors", List.of("340121-kc1"), "visitedOn", MONDAY.toString(), "conclusion", "CANNOT_BE_DONE_TODAY", "notToday",
                Map.of("why", "NOBODY_HOME", "days", "CUSTOMER", "photo", photo, "newDay", MONDAY.plusDays(1).toString(), "newSlot", "AFTERNOON"))).mustSucceed();
        assertThat(appointments.of(no)).extracting(Appointment::state, Appointment::day, Appointment::photo).containsExactly(
                org.assertj.core.groups.Tuple.tuple(Appointment.State.PROPOSED, MONDAY.plusDays(1), null),
                org.assertj.core.groups.Tuple.tuple(Appointment.State.CUSTOMER_NO_SHOW, MONDAY, photo));
        office.day(MONDAY.plusDays(1).toString());
        walk.survey(2, MONDAY.plusDays(1).toString(), 8.89, "L34012107", Map.of("conclusion", "CAN_SUPPLY")).mustSucceed();
        assertThat(only(no).state()).isEqualTo(Appointment.State.DONE);
    }

    @Test
    void a_visit_nobody_came_to_is_not_recorded_before_its_day_and_a_case_that_ends_is_visited_no_more() {
        var no = accepted();
        place(no, visit(MONDAY.plusDays(1), null, null, "340121-kc1"));
        var away = new AppointmentForms.EndForm(AppointmentForms.Ending.CUSTOMER_NO_SHOW, "敲门无人应", null);
        assertThat(rules(ending.end(no, 1, away, SPECIALIST))).containsExactly("appointment.not-yet", "appointment.photo-missing");
        var unknown = new AppointmentForms.EndForm(AppointmentForms.Ending.CUSTOMER_NO_SHOW, "敲门无人应", "f".repeat(32));
        assertThat(rules(ending.end(no, 1, unknown, SPECIALIST))).containsExactly("appointment.not-yet", "document.file-unknown");
        walk.act("cf.jl1", "/withdrawal", Map.of("reason", "NOT_NEEDED")).mustSucceed();
        assertThat(only(no).state()).isEqualTo(Appointment.State.CANCELLED);
    }

    @Test
    void who_comes_along_is_asked_anew_when_the_time_changes_and_others_may_not_answer_for_her() {
        office.day(MONDAY.toString());
        walk.apply(walk.machineWorks()).mustSucceed();
        var no = new CaseNo(walk.no);
        assertThat(rules(place(no, visit(MONDAY.plusDays(1), null, null, "340121-kc1", "340121-kc2")))).isEmpty();
        var planner = Actor.staff("3401-fc1", "顾勇");
        assertThat(rules(invitations.answer(no, 1, "planning", false, " ", planner))).containsExactly("appointment.absence-needs-reason");
        assertThat(rules(invitations.answer(no, 1, "planning", false, "省公司会议", planner))).isEmpty();
        assertThat(rules(invitations.answer(no, 1, "production", true, null, planner))).containsExactly("appointment.not-invited");
        assertThat(only(no).answers()).singleElement().satisfies(reply -> assertThat(reply.reason()).isEqualTo("省公司会议"));
        assertThat(rules(place(no, visit(MONDAY.plusDays(2), null, null, "340121-kc1", "340121-kc2")))).isEmpty();
        assertThat(only(no).answers()).isEmpty();
    }
}
