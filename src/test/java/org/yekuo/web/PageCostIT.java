package org.yekuo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.CountedStatements;
import org.yekuo.appointment.Appointments;
import org.yekuo.casework.ReadingCases;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Walk;
import org.yekuo.stage.energisation.ReadingConnections;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/** What a page asks of the database does not grow with the rows on it: no list reads row by row. */
class PageCostIT extends Day {

    /** What is looked at again from time to time: the organisation's revision, a calendar's number, the age of a session. */
    private static final int COME_AND_GO = 4;

    /** Pages, who looks at them, and how many round trips each may take: what it takes now, and a few that come and go. */
    private static final List<Cost> PAGES = List.of(
            new Cost("/work?view=team", "cf.kc1", 16),
            new Cost("/work?view=waiting", "cf.jl1", 16),
            new Cost("/work/risk?show=open", "cf.yx1", 9),
            new Cost("/work/risk?show=overdue&unit=340121", "cf.yx1", 9),
            new Cost("/work/indicators", "cf.yx1", 9),
            new Cost("/work/indicators/cases?show=late", "cf.yx1", 10),
            new Cost("/work/connecting?show=coming", "cf.yx1", 14),
            new Cost("/work/supervision", "cf.yx1", 9),
            new Cost("/work/hand-over?from=340121-kc1&to=340121-kc2", "cf.yx1", 11),
            new Cost("/work/calendar", "cf.yx1", 14));

    record Cost(String page, String login, int most) {}

    @Autowired
    private DataSource source;
    @Autowired
    private ReadingCases cases;
    @Autowired
    private ReadingConnections connections;
    @Autowired
    private Appointments appointments;

    private List<CaseNo> accepted(int many) {
        var numbers = new ArrayList<CaseNo>();
        for (int i = 0; i < many; i++) {
            var one = new Walk(office);
            one.apply(one.resident()).mustSucceed();
            numbers.add(new CaseNo(one.no));
        }
        return numbers;
    }

    private List<String> sent(Runnable done) {
        done.run();
        return ((CountedStatements) source).during(done);
    }

    @Test
    void a_page_of_many_rows_asks_what_a_page_of_few_asks() {
        office.day("2009-05-25");
        accepted(2);
        var few = PAGES.stream().map(cost -> sent(cost)).toList();
        accepted(6);
        for (int i = 0; i < PAGES.size(); i++) {
            assertThat(sent(PAGES.get(i))).as(PAGES.get(i).page()).hasSizeLessThanOrEqualTo(PAGES.get(i).most()).hasSizeLessThanOrEqualTo(few.get(i).size() + COME_AND_GO);
        }
    }

    @Test
    void a_case_and_its_limits_are_shown_without_asking_day_by_day() {
        office.day("2009-05-27");
        var no = accepted(1).getFirst();
        assertThat(sent(new Cost("/work/cases/" + no + "/limits", "cf.yx1", 0))).hasSizeLessThanOrEqualTo(20);
    }

    private List<String> sent(Cost cost) {
        return sent(() -> office.page(cost.login(), cost.page()));
    }

    @Test
    void cases_of_a_board_or_a_leaver_are_read_together() {
        office.day("2009-05-26");
        var head = Actor.staff("340121-yx1", "金志强");
        var all = accepted(6);
        assertThat(board(all, head)).as("round trips for six cases").hasSizeLessThanOrEqualTo(8);
        assertThat(cases.read(all, head)).containsOnlyKeys(all);
        assertThat(cases.read(all, Actor.staff("340122-yx1", "外县"))).isEmpty();
    }

    private List<String> board(List<CaseNo> numbers, Actor actor) {
        return sent(() -> {
            var read = cases.read(numbers, actor);
            assertThat(connections.of(read, numbers.stream().map(no -> new ReadingConnections.At(no, 0)).toList())).hasSameSizeAs(numbers);
            assertThat(read.values()).noneMatch(seen -> seen.acts().isEmpty());
            appointments.liveOf(numbers);
        });
    }
}
