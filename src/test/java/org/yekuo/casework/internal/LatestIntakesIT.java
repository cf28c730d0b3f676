package org.yekuo.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yekuo.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** The latest cases of a county are found without looking at those of others, also what its halls accepted for another. */
class LatestIntakesIT {

    private static final int MOST = 50;

    /** Four cities with four counties each; one case in eight was accepted by a hall of another county, and one in thirty by a county and handled by its city. */
    private static final List<String> CASES = List.of("""
            insert into unit select '34', '省' union all select '340' || c, '市' || c from generate_series(1, 4) c
            union all select '340' || c || '0' || d, '县' || c || d from generate_series(1, 4) c, generate_series(1, 4) d""", """
            insert into connection_case (unit, case_no, handled_by, accepted_by_hall, accepted_by_unit, pack, procedure, business, customer_id, premises_id, customer_name, address,
                application, facts, status, registered_on, last_act_on, event_head)
            select '340' || c, '340' || c || lpad(n::text, 9, '0') || '0', case when n % 30 = 0 then '340' || c else '340' || c || '0' || d end, 'H',
                case when n / 16 % 8 = 7 then '340' || 1 + (c + 1) % 4 || '0' || d else '340' || c || '0' || d end,
                'p', 'low', 'NEW_INSTALL', n, n, '客户', '地址', repeat('x', 800), repeat('y', 800), 'ARCHIVED', date '2008-01-01' + (hashint4(n) & 65535) % 700, date '2009-12-01', ''
            from (select n, 1 + n % 4 as c, 1 + n / 4 % 4 as d from generate_series(1, 24000) n) made""", """
            insert into stage_run (unit, case_no, stage, phase, round, state, opened_on, facts)
            select unit, case_no, 'acceptance', 0, 1, 'CLOSED', registered_on, '{}' from connection_case""",
            "vacuum analyze connection_case", "vacuum analyze stage_run", "analyze unit");

    private static final String ALL_LOOKED_AT = """
            select case_no from connection_case c where exists (select 1 from unnest(?::text[]) mine where starts_with(handled_by, mine) or starts_with(accepted_by_unit, mine))
            order by registered_on desc, case_no desc limit ?""";

    private static TestDatabase.Copy copy;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void fill() {
        copy = TestDatabase.copy();
        jdbc = new JdbcTemplate(copy.owner());
        CASES.forEach(jdbc::execute);
    }

    @AfterAll
    static void drop() {
        copy.close();
    }

    private static Object[] places(String... units) {
        return new Object[] {MOST, MOST, units, MOST, new String[] {"acceptance"}};
    }

    @ParameterizedTest
    @ValueSource(strings = {"34", "3402", "340203", "340204,3403"})
    void they_are_those_of_all_she_may_see_newest_first(String units) {
        var mine = units.split(",");
        var found = jdbc.query(IntakeStore.LATEST, (row, i) -> row.getString("case_no"), places(mine));
        assertThat(found).hasSize(MOST).isEqualTo(jdbc.queryForList(ALL_LOOKED_AT, String.class, mine, MOST));
    }

    @Test
    void what_a_county_accepted_for_others_is_among_them() {
        assertThat(jdbc.query(IntakeStore.LATEST, (row, i) -> row.getString("case_no").substring(0, 4), places("340203"))).contains("3402", "3404");
    }

    @Test
    void a_county_reads_pages_for_its_own_rows_only() {
        // Of fifty rows: the index's pages, the case's page, and the way down two keys. All cases lie in some 6 000 pages.
        assertThat(buffers("340203")).isLessThan(600);
        assertThat(buffers("34")).as("fifty of each of 21 units, from the indexes").isLessThan(4000);
    }

    private static int buffers(String unit) {
        var plan = jdbc.queryForObject("explain (analyze, buffers, timing off, format json) " + IntakeStore.LATEST, String.class, places(unit));
        var top = JsonMapper.builder().build().readTree(plan).path(0).path("Plan");
        return top.path("Shared Hit Blocks").asInt() + top.path("Shared Read Blocks").asInt();
    }
}
