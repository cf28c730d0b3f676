package org.yekuo.grid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yekuo.TestDatabase;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.grid.Feeder;
import org.yekuo.grid.Hold;
import org.yekuo.grid.HoldOrder;
import org.yekuo.grid.PlannedOutage;
import org.yekuo.grid.Substation;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

class LockedCapacityIT {

    private static final UnitCode CITY = new UnitCode("3401");
    private static final UnitCode COUNTY = new UnitCode("340121");
    private static final Actor PLANNER = Actor.staff("p1", "周规划");
    private static final CaseNo ONE = CaseNo.of(CITY, 1);
    private static final CaseNo OTHER = CaseNo.of(CITY, 2);
    private static final BigDecimal TEN = new BigDecimal("10");

    private final TestDatabase.Copy database = TestDatabase.copy();
    private LocalDate today = LocalDate.of(2008, 5, 6);
    private LockedCapacity capacity;
    private FiledNetwork network;
    private PlannedOutages outages;
    private TransactionTemplate transaction;

    @BeforeEach
    void lay_a_network() {
        var source = database.app();
        var jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        BusinessClock clock = () -> today.atTime(9, 0).atZone(BusinessClock.SHANGHAI).toInstant();
        var store = new NetworkStore(jdbc);
        network = new FiledNetwork(store);
        outages = new PlannedOutages(new OutageStore(jdbc), store);
        capacity = new LockedCapacity(new CapacityStore(jdbc), new HoldStore(jdbc), store, clock, () -> Instant.parse("2008-05-06T01:00:00Z"));
        network.put(new Substation(CITY, "S1", "城东变", new BigDecimal("110")));
        network.put(new Substation(COUNTY, "S2", "水湖变", new BigDecimal("110")));
        network.put(new Feeder(CITY, "F1", "城东一线", "S1", TEN));
        network.put(new Feeder(CITY, "F2", "城东二线", "S1", TEN));
        network.put(new Feeder(COUNTY, "F3", "水湖线", "S2", TEN));
        network.put(new Feeder(COUNTY, "F4", "水湖三十五千伏线", "S2", new BigDecimal("35")));
        declare("F1", "2008-05", 1000);
        declare("F2", "2008-05", 3000);
        declare("F3", "2008-05", 2000);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void candidates_are_those_that_can_carry_it_most_open_first() {
        assertThat(candidates(CITY, 1000)).containsExactly("F2", "F3", "F1");
        assertThat(candidates(CITY, 1001)).containsExactly("F2", "F3");
        assertThat(candidates(COUNTY, 500)).as("a county offers its own lines").containsExactly("F3");
    }

    @Test
    void what_is_held_reserved_or_in_use_is_not_open() {
        hold(ONE, "F1", 400);
        assertThat(remaining("F1")).isEqualByComparingTo("600");

        var reserved = transaction.execute(status -> capacity.confirm(CITY, ONE));
        assertThat(value(reserved)).extracting(Hold::state).containsExactly(Hold.State.RESERVED);
        assertThat(remaining("F1")).isEqualByComparingTo("600");

        transaction.execute(status -> capacity.use(CITY, ONE, 1, LocalDate.of(2008, 5, 20)));
        assertThat(remaining("F1")).isEqualByComparingTo("600");
        var released = transaction.execute(status -> capacity.release(CITY, ONE));
        assertThat(released).as("load stays when a case is released").isEmpty();
    }

    @Test
    void a_later_declaration_knows_what_was_energised_before_its_month() {
        hold(ONE, "F1", 400);
        transaction.execute(status -> capacity.confirm(CITY, ONE));
        transaction.execute(status -> capacity.use(CITY, ONE, 1, LocalDate.of(2008, 5, 20)));
        declare("F1", "2008-06", 600);

        today = LocalDate.of(2008, 6, 2);

        assertThat(remaining("F1")).isEqualByComparingTo("600");
    }

    @Test
    void a_month_without_a_declaration_goes_by_the_last_one() {
        today = LocalDate.of(2008, 9, 1);
        var open = capacity.of(CITY, "F1", today).orElseThrow();
        assertThat(open.month()).isEqualTo(YearMonth.of(2008, 5));
        assertThat(capacity.of(CITY, "F1", LocalDate.of(2008, 4, 30))).isEmpty();
        assertThat(capacity.of(CITY, "F4", today)).isEmpty();
    }

    @Test
    void more_than_remains_is_refused_with_what_remains() {
        hold(ONE, "F1", 400);

        var answer = hold(OTHER, "F1", 601);

        assertThat(violations(answer)).containsExactly(Violation.at("kva", "grid.capacity-short", "城东一线", "600", "601"));
        assertThat(capacity.of(CITY, OTHER)).isEmpty();
    }

    @Test
    void holding_again_replaces_what_the_case_held() {
        hold(ONE, "F1", 900);
        assertThat(hold(ONE, "F1", 1000)).isInstanceOf(Answer.Done.class);
        assertThat(remaining("F1")).isEqualByComparingTo("0");
    }

    @Test
    void a_hold_counts_through_its_last_day_and_is_renewed_at_reply_if_nobody_took_it() {
        hold(ONE, "F1", 800);
        today = LocalDate.of(2008, 5, 16);
        assertThat(remaining("F1")).isEqualByComparingTo("200");
        today = LocalDate.of(2008, 5, 17);
        assertThat(remaining("F1")).isEqualByComparingTo("1000");

        var reserved = transaction.execute(status -> capacity.confirm(CITY, ONE));

        assertThat(value(reserved)).hasSize(1);
        assertThat(remaining("F1")).isEqualByComparingTo("200");
    }

    @Test
    void a_lapsed_hold_whose_capacity_is_gone_refuses_the_reply_and_reserves_nothing() {
        hold(ONE, "F1", 800);
        hold(ONE, "F3", 100, LocalDate.of(2008, 12, 31));
        today = LocalDate.of(2008, 5, 17);
        hold(OTHER, "F1", 500, LocalDate.of(2008, 6, 30));

        var answer = transaction.execute(status -> capacity.confirm(CITY, ONE));

        assertThat(violations(answer)).containsExactly(Violation.of("grid.hold-expired", "城东一线", "800", "2008-05-16", "500"));
        assertThat(capacity.of(CITY, ONE)).extracting(Hold::state).containsOnly(Hold.State.HELD);
    }

    @Test
    void all_that_is_wrong_with_a_hold_is_said_at_once() {
        var answer = transaction.execute(status -> capacity.hold(new HoldOrder(ONE, 1, "nowhere", BigDecimal.ZERO, LocalDate.of(2008, 5, 5))));

        assertThat(violations(answer)).extracting(Violation::rule)
                .containsExactlyInAnyOrder("grid.hold-past", "grid.kva-not-positive", "grid.feeder-unknown");
    }

    @Test
    void of_twelve_cases_at_once_only_as_many_get_capacity_as_there_is() throws Exception {
        var barrier = new CyclicBarrier(12);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = pool.invokeAll(IntStream.range(0, 12).<Callable<Answer<Hold>>>mapToObj(i -> () -> {
                barrier.await();
                return hold(CaseNo.of(CITY, 100 + i), "F1", 300);
            }).toList());
            var done = 0;
            for (var each : tries) {
                done += each.get() instanceof Answer.Done<Hold> ? 1 : 0;
            }
            assertThat(done).isEqualTo(3);
        }
        assertThat(remaining("F1")).isEqualByComparingTo("100");
    }

    @Test
    void two_sources_come_from_two_substations() {
        assertThat(network.checkSources(CITY, List.of("F1", "F3"))).isEmpty();
        assertThat(network.checkSources(CITY, List.of("F1", "F2")))
                .containsExactly(Violation.of("grid.same-substation", "城东一线", "城东二线", "城东变"));
        assertThat(network.checkSources(CITY, List.of("F1", "F1"))).extracting(Violation::rule).containsExactly("grid.source-twice");
        assertThat(network.checkSources(CITY, List.of("F9"))).extracting(Violation::rule).containsExactly("grid.sources-fewer", "grid.feeder-unknown");
    }

    @Test
    void outages_of_a_feeder_are_found_by_the_days_they_touch_and_do_not_overlap() {
        var night = new PlannedOutage("F1", Instant.parse("2008-05-10T14:00:00Z"), Instant.parse("2008-05-10T17:00:00Z"), "搭头");
        transaction.execute(status -> outages.plan(CITY, night));

        assertThat(outages.on(CITY, "F1", LocalDate.of(2008, 5, 11), LocalDate.of(2008, 5, 11))).as("it ends at 1 in the morning").containsExactly(night);
        assertThat(outages.on(CITY, "F1", LocalDate.of(2008, 5, 12), LocalDate.of(2008, 5, 31))).isEmpty();
        assertThat(outages.on(CITY, "F2", LocalDate.of(2008, 5, 10), LocalDate.of(2008, 5, 11))).isEmpty();

        var overlapping = new PlannedOutage("F1", Instant.parse("2008-05-10T16:59:00Z"), Instant.parse("2008-05-10T20:00:00Z"), "检修");
        var refused = transaction.execute(status -> outages.plan(CITY, overlapping));
        assertThat(violations(refused)).containsExactly(
                Violation.at("startsAt", "grid.outage-overlaps", "城东一线", "2008-05-10 22:00", "2008-05-11 01:00"));
    }

    private void declare(String feeder, String month, int kva) {
        assertThat(capacity.declare(CITY, feeder, YearMonth.parse(month), BigDecimal.valueOf(kva), PLANNER)).isInstanceOf(Answer.Done.class);
    }

    private Answer<Hold> hold(CaseNo caseNo, String feeder, int kva) {
        return hold(caseNo, feeder, kva, LocalDate.of(2008, 5, 16));
    }

    private Answer<Hold> hold(CaseNo caseNo, String feeder, int kva, LocalDate until) {
        return transaction.execute(status -> capacity.hold(new HoldOrder(caseNo, 1, feeder, BigDecimal.valueOf(kva), until)));
    }

    private List<String> candidates(UnitCode unit, int kva) {
        return capacity.candidates(unit, TEN, BigDecimal.valueOf(kva), today).stream().map(open -> open.feeder().code()).toList();
    }

    private BigDecimal remaining(String feeder) {
        return capacity.of(CITY, feeder, today).orElseThrow().remaining();
    }

    private static <T> T value(Answer<T> answer) {
        return ((Answer.Done<T>) answer).value();
    }

    private static List<Violation> violations(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).refusal().violations();
    }
}
