package org.yekuo.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Walk;

/** What is in danger is counted exactly, and every figure is the length of its list. */
class ReadingRiskIT extends Day {

    @Autowired
    private ReadingRisk risk;

    private long counted(ReadingRisk.Show show) {
        return risk.cases("340121-yx1", new ReadingRisk.Query(show, "340121", null, null, 1)).total();
    }

    private ReadingRisk.Figures county() {
        return risk.units("340121-yx1").stream().filter(figures -> figures.key().equals("340121")).findFirst().orElseThrow();
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

        var seen = new java.util.ArrayList<String>();
        String cursor = null;
        do {
            var page = risk.cases("340121-yx1", new ReadingRisk.Query(ReadingRisk.Show.OPEN, "340121", null, cursor, 3));
            page.items().forEach(item -> seen.add(item.caseNo().value()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().hasSize((int) figures.open()).contains(walk.no);
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
    void another_county_counts_its_own_only_and_a_made_up_cursor_is_none() {
        office.day("2008-08-12");
        walk.apply(walk.resident()).mustSucceed();
        assertThat(risk.units("340122-yx1")).noneMatch(figures -> figures.key().equals("340121"));
        assertThat(risk.cases("340122-yx1", new ReadingRisk.Query(ReadingRisk.Show.OPEN, "340121", null, null, 10)).total()).isZero();
        assertThat(risk.cases("340121-yx1", new ReadingRisk.Query(ReadingRisk.Show.OPEN, null, null, "nonsense", 10)).items()).isNotEmpty();
    }
}
