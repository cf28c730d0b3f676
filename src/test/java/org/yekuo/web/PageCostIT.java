package org.yekuo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.CountedStatements;
import org.yekuo.appointment.Appointments;
import org.yekuo.casework.HandingOver;
import org.yekuo.casework.ReadingCases;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Walk;
import org.yekuo.stage.energisation.ReadingConnections;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/** What a page asks of the database does not grow with the rows on it: no list reads row by row. */
class PageCostIT extends Day {

    /** Pages, who looks at them, and how many round trips each may take: what it takes now, and a few that come and go. */
    private static final Map<String, Map.Entry<String, Integer>> PAGES = Map.of(
            "/work?view=team", Map.entry("cf.kc1", 0),
            "/work?view=waiting", Map.entry("cf.jl1", 0),
            "/work/risk?show=open", Map.entry("cf.yx1", 0),
            "/work/risk?show=overdue&unit=340121", Map.entry("cf.yx1", 0),
            "/work/connecting?show=coming", Map.entry("cf.yx1", 0),
            "/work/supervision", Map.entry("cf.yx1", 0),
            "/work/hand-over?from=340121-kc1&to=340121-kc2", Map.entry("cf.yx1", 0),
            "/work/calendar", Map.entry("cf.yx1", 0));

    @Autowired
    private DataSource source;
    @Autowired
    private ReadingCases cases;
    @Autowired
    private ReadingConnections connections;
    @Autowired
    private Appointments appointments;
    @Autowired
    private HandingOver handing;

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
        var few = new LinkedHashMap<String, List<String>>();
        PAGES.forEach((page, who) -> few.put(page, sent(() -> office.page(who.getKey(), page))));
        accepted(6);
        few.forEach((page, before) -> {
            var after = sent(() -> office.page(PAGES.get(page).getKey(), page));
            System.out.println("COST " + page + " " + before.size() + " " + after.size());
            after.forEach(s -> System.out.println("   " + s.substring(0, Math.min(110, s.length()))));
        });
    }

    @Test
    void cases_of_a_board_or_a_leaver_are_read_together() {
        office.day("2009-05-26");
        var head = Actor.staff("340121-yx1", "金志强");
        var all = accepted(6);
        assertThat(board(all, head)).as("round trips for six cases").hasSameSizeAs(board(all.subList(0, 1), head)).hasSizeLessThanOrEqualTo(6);
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
