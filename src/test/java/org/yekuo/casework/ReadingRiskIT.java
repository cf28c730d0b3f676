package org.yekuo.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.form.WrongPage;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Walk;

/** What is in danger is counted exactly, and every figure is the length of its list. */
class ReadingRiskIT extends Day {

    @Autowired
    private ReadingRisk risk;

    @Autowired
    private JdbcClient jdbc;

    private long counted(ReadingRisk.Show show) {
        return risk.overview("340121-yx1").total(new ReadingRisk.Query(show, "340121", null, null, 1));
    }

    private ReadingRisk.Counts county() {
        return risk.overview("340121-yx1").units().stream().filter(figures -> figures.key().equals("340121")).findFirst().orElseThrow().counts();
    }

    @Test
    void every_figure_is_the_length_of_its_list_and_paging_shows_each_case_once() {
        office.day("2008-08-04");
        walk.apply(walk.resident()).mustSucceed();
        new Walk(office).apply(walk.shop()).mustSucceed();
        var figures = county();
        assertThat(figures.open()).isEqualTo(counted(ReadingRisk.Show.OPEN)).isGreaterThanOrEqualTo(2);
        assertThat(figures.soon()).isEqualTo(counted(ReadingRisk.Show.SOON));
        assertThat(figures.overdue()).isEqualTo(counted(ReadingRisk.Show.OVERDUE));
        assertThat(figures.hold()).isEqualTo(counted(ReadingRisk.Show.HOLD));

        for (var show : ReadingRisk.Show.values()) {
            assertThat(listed("340121-yx1", new ReadingRisk.Query(show, "340121", null, null, 3))).as("%s", show).doesNotHaveDuplicates().hasSize((int) counted(show));
        }
        assertThat(listed("340121-yx1", new ReadingRisk.Query(ReadingRisk.Show.OPEN, null, null, null, 3))).contains(walk.no);
        var owner = risk.overview("340121-yx1").owners().stream().filter(one -> !one.key().isEmpty()).findFirst().orElseThrow();
        assertThat(listed("340121-yx1", new ReadingRisk.Query(ReadingRisk.Show.OPEN, null, owner.key(), null, 3))).doesNotHaveDuplicates().hasSize((int) owner.counts().open());
    }

    /** Read page by page: the number of each case. */
    private List<String> listed(String staffNo, ReadingRisk.Query query) {
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = risk.cases(staffNo, new ReadingRisk.Query(query.show(), query.unit(), query.owner(), query.cause(), cursor, query.size()));
            page.items().forEach(item -> seen.add(item.caseNo().value()));
            cursor = page.next();
        } while (cursor != null);
        return seen;
    }

    @Test
    void what_acts_keep_of_a_case_under_way_is_what_the_migration_reads_off_its_rows() throws IOException {
        office.day("2008-08-13");
        walk.apply(walk.resident()).mustSucceed();
        var stopped = new Walk(office);
        stopped.apply(stopped.shop()).mustSucceed();
        stopped.act("cf.kf1", "/suspensions", Map.of("kind", "HOLD", "reason", "CUSTOMER_NOT_READY", "evidence", List.of(office.letter("cf.kf1")))).mustSucceed();
        var migration = new ClassPathResource("db/migration/V0376__under_way.sql").getContentAsString(StandardCharsets.UTF_8);
        var read = migration.substring(migration.indexOf("select c.unit"), migration.indexOf(";", migration.indexOf("select c.unit")));
        var kept = "select unit, case_no, handled_by, owner, held, due_on, capacity_kva, lies_with, awaits_capacity from under_way";
        assertThat(jdbc.sql("select case_no from under_way").query(String.class).list()).contains(walk.no, stopped.no);
        assertThat(jdbc.sql("(" + kept + " except " + read + ") union all (" + read + " except " + kept + ")").query().listOfRows()).isEmpty();
    }

    @Test
    void a_promise_nears_and_passes_and_its_case_moves_from_soon_to_overdue() {
        office.day("2008-08-11");
        var before = county();
        walk.apply(walk.resident()).mustSucceed();
        assertThat(county().soon()).as("three working days are promised").isEqualTo(before.soon() + 1);
        assertThat(county().kva()).isGreaterThan(before.kva());
        office.day("2008-08-18");
        assertThat(risk.cases("340121-yx1", new ReadingRisk.Query(ReadingRisk.Show.OVERDUE, null, null, null, 500)).items())
                .anyMatch(item -> item.caseNo().value().equals(walk.no) && item.limit() != null && item.limit().zh().equals("供电方案答复"));
    }

    @Test
    void another_county_counts_its_own_only_and_a_made_up_page_is_refused() {
        office.day("2008-08-12");
        walk.apply(walk.resident()).mustSucceed();
        assertThat(risk.overview("340122-yx1").units()).noneMatch(figures -> figures.key().equals("340121"));
        var elsewhere = new ReadingRisk.Query(ReadingRisk.Show.OPEN, "340121", null, null, 10);
        assertThat(risk.overview("340122-yx1").total(elsewhere)).isZero();
        assertThat(risk.cases("340122-yx1", elsewhere).items()).isEmpty();
        assertThatThrownBy(() -> risk.cases("340121-yx1", new ReadingRisk.Query(ReadingRisk.Show.OPEN, null, null, "nonsense", 10))).isInstanceOf(WrongPage.class);
    }
}
