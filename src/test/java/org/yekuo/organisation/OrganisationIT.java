package org.yekuo.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.YekuoIT;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.AccountManagers.Assignment;
import org.yekuo.organisation.DelegatingRole.Delegation;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** A small province of its own for each test: two account managers and a surveyor in county {@code <city>01}. */
@YekuoIT
class OrganisationIT {

    private static int provinces = 0;

    @Autowired
    private SettingUpOrganisation settingUp;
    @Autowired
    private KeepingStaff keepingStaff;
    @Autowired
    private FillingPost filling;
    @Autowired
    private VacatingPost vacating;
    @Autowired
    private DelegatingRole delegating;
    @Autowired
    private EndingDelegation ending;
    @Autowired
    private TakingLeave leaving;
    @Autowired
    private Organisation organisation;
    @Autowired
    private AccountManagers managers;
    @Autowired
    private BusinessClock clock;

    private UnitCode county;
    private String ann;
    private String bea;
    private String cleo;
    private LocalDate today;

    @BeforeEach
    void found() {
        var city = "98%02d".formatted(++provinces);
        county = new UnitCode(city + "01");
        ann = county + "-ann";
        bea = county + "-bea";
        cleo = county + "-cleo";
        today = clock.today();
        mustSucceed(settingUp.setUp(new Setup(
                List.of(new Unit(new UnitCode("98"), "试验省"), new Unit(new UnitCode(city), "试验市"), new Unit(county, "试验县")),
                List.of(new Hall(county + "-01", county, "试验厅", "0551-00000000")),
                List.of(person(ann), person(bea), person(cleo)),
                List.of(post(ann, Role.ACCOUNT_MANAGER), post(bea, Role.ACCOUNT_MANAGER), post(cleo, Role.SURVEYOR)),
                List.of(new Setup.Area(county, "城关", ann, bea), new Setup.Area(county, "城关/东", bea, ann)))));
    }

    private static Staff person(String no) {
        return new Staff(no, "试验" + no, "0551-00000000", true);
    }

    private Post post(String no, Role role) {
        return new Post(no, county, Department.CUSTOMER_SERVICE, role);
    }

    private Delegation lent(String from, String to, Role role, int firstDay, int lastDay) {
        return new Delegation(from, to, county, role, today.plusDays(firstDay), today.plusDays(lastDay));
    }

    private Answer<Delegation> delegate(Delegation delegation) {
        return delegating.delegate(delegation, Actor.system("test"));
    }

    private static void mustSucceed(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
    }

    private static List<String> rules(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).refusal().violations().stream().map(Violation::rule).toList();
    }

    private List<String> holders(Role role, LocalDate day) {
        return organisation.holders(county, role, day).stream().map(Staff::no).toList();
    }

    @Test
    void a_post_counts_in_its_own_unit_only() {
        assertThat(organisation.holds(ann, Role.ACCOUNT_MANAGER, county, today)).isTrue();
        assertThat(organisation.holds(ann, Role.ACCOUNT_MANAGER, county.city(), today)).isFalse();
        assertThat(organisation.holds(ann, Role.SURVEYOR, county, today)).isFalse();
        assertThat(organisation.hall(county + "-01")).map(Hall::unit).contains(county);
        assertThat(organisation.scope(ann, today).units()).containsExactly(county);
        assertThat(organisation.hats("nobody", today)).isEmpty();
    }

    @Test
    void a_delegate_holds_the_role_on_its_days_both_included_and_wears_the_hat_of_its_department() {
        mustSucceed(delegate(lent(cleo, ann, Role.SURVEYOR, 1, 2)));

        assertThat(holders(Role.SURVEYOR, today)).containsExactly(cleo);
        assertThat(holders(Role.SURVEYOR, today.plusDays(1))).containsExactly(ann, cleo);
        assertThat(organisation.holds(ann, Role.SURVEYOR, county, today.plusDays(2))).isTrue();
        assertThat(organisation.holds(ann, Role.SURVEYOR, county, today.plusDays(3))).isFalse();
        assertThat(organisation.hats(ann, today.plusDays(1))).containsExactlyInAnyOrder(post(ann, Role.ACCOUNT_MANAGER), post(ann, Role.SURVEYOR));
    }

    @Test
    void nobody_delegates_and_is_delegated_to_on_the_same_day() {
        mustSucceed(delegate(lent(cleo, ann, Role.SURVEYOR, 1, 5)));

        assertThat(rules(delegate(lent(ann, bea, Role.ACCOUNT_MANAGER, 5, 9)))).as("she stands in for another").containsExactly("organisation.delegation-chain");
        assertThat(rules(delegate(lent(bea, cleo, Role.ACCOUNT_MANAGER, 0, 1)))).as("another stands in for her").containsExactly("organisation.delegation-chain");
        mustSucceed(delegate(lent(ann, bea, Role.ACCOUNT_MANAGER, 6, 9)));
    }

    @Test
    void two_delegations_made_at_the_same_moment_make_no_chain() throws Exception {
        for (int round = 0; round < 10; round++) {
            int day = round;
            try (var threads = Executors.newFixedThreadPool(2)) {
                var one = threads.submit(() -> delegate(lent(cleo, ann, Role.SURVEYOR, day, day)));
                var two = threads.submit(() -> delegate(lent(ann, bea, Role.ACCOUNT_MANAGER, day, day)));
                assertThat(List.of(one.get(), two.get())).as("day " + day).filteredOn(Answer.Done.class::isInstance).hasSize(1);
            }
        }
    }

    @Test
    void everything_wrong_with_a_delegation_is_said_at_once() {
        assertThat(rules(delegate(new Delegation(ann, ann, county, Role.SURVEYOR, today, today.minusDays(1)))))
                .containsExactlyInAnyOrder("organisation.delegation-over", "organisation.delegation-to-self", "organisation.not-yours-to-delegate");
        assertThat(rules(delegate(lent(cleo, "nobody", Role.SURVEYOR, 0, 1)))).containsExactly("organisation.unknown-staff");
    }

    @Test
    void a_delegation_taken_back_ends_today_and_keeps_the_days_before() {
        var delegation = lent(cleo, ann, Role.SURVEYOR, -3, 5);
        mustSucceed(delegate(delegation));

        mustSucceed(ending.end(delegation));

        assertThat(organisation.holds(ann, Role.SURVEYOR, county, today)).isFalse();
        assertThat(organisation.holds(ann, Role.SURVEYOR, county, today.minusDays(1))).isTrue();
        assertThat(rules(ending.end(delegation))).containsExactly("organisation.no-such-delegation");
        var later = lent(cleo, ann, Role.SURVEYOR, 7, 9);
        mustSucceed(delegate(later));
        mustSucceed(ending.end(later));
        assertThat(organisation.holds(ann, Role.SURVEYOR, county, today.plusDays(8))).isFalse();
    }

    @Test
    void a_delegation_lapses_with_the_post_it_rests_on() {
        mustSucceed(delegate(lent(cleo, ann, Role.SURVEYOR, 0, 5)));

        mustSucceed(vacating.vacate(post(cleo, Role.SURVEYOR)));

        assertThat(organisation.holds(ann, Role.SURVEYOR, county, today)).isFalse();
        assertThat(organisation.holds(cleo, Role.SURVEYOR, county, today)).isFalse();
        assertThat(rules(vacating.vacate(post(cleo, Role.SURVEYOR)))).containsExactly("organisation.no-such-post");
        mustSucceed(filling.fill(post(cleo, Role.SURVEYOR)));
        assertThat(organisation.holds(cleo, Role.SURVEYOR, county, today)).isTrue();
    }

    @Test
    void those_on_leave_get_no_work_unless_nobody_is_left() {
        mustSucceed(leaving.leave(ann, today, today.plusDays(1)));
        assertThat(holders(Role.ACCOUNT_MANAGER, today.plusDays(1))).containsExactly(bea);
        assertThat(holders(Role.ACCOUNT_MANAGER, today.plusDays(2))).containsExactly(ann, bea);
        assertThat(organisation.holds(ann, Role.ACCOUNT_MANAGER, county, today)).as("she may still act").isTrue();

        mustSucceed(leaving.leave(bea, today, today));
        assertThat(holders(Role.ACCOUNT_MANAGER, today)).containsExactly(ann, bea);
    }

    @Test
    void who_has_left_holds_nothing_and_her_name_stays() {
        mustSucceed(keepingStaff.keep(new Staff(cleo, "旧名", "0551-00000000", false)));

        assertThat(holders(Role.SURVEYOR, today)).isEmpty();
        assertThat(organisation.hats(cleo, today)).isEmpty();
        assertThat(organisation.scope(cleo, today).units()).isEmpty();
        assertThat(organisation.staff(cleo)).map(Staff::name).contains("旧名");
        assertThat(rules(filling.fill(post(cleo, Role.INSPECTOR)))).containsExactly("organisation.unknown-staff");
        assertThat(rules(keepingStaff.keep(new Staff("x y", " ", "", true)))).containsExactly("organisation.staff-number-shape", "organisation.staff-without-name");
    }

    @Test
    void a_case_goes_to_a_of_its_area_the_longest_prefix_deciding() {
        assertThat(managers.assign(county, "城关/西", today, Map.of(ann, 99))).isEqualTo(new Assignment(ann, bea));
        assertThat(managers.assign(county, "城关/东一", today, Map.of())).isEqualTo(new Assignment(bea, ann));
    }

    @Test
    void while_a_is_on_leave_or_gone_b_acts() {
        mustSucceed(leaving.leave(ann, today, today));
        assertThat(managers.assign(county, "城关", today, Map.of())).isEqualTo(new Assignment(bea, ann));

        mustSucceed(keepingStaff.keep(new Staff(ann, "离开", "0551-00000000", false)));
        assertThat(managers.assign(county, "城关", today.plusDays(1), Map.of())).isEqualTo(new Assignment(bea, null));
    }

    @Test
    void with_both_away_or_no_row_the_least_loaded_of_the_unit_acts() {
        var dora = county + "-dora";
        mustSucceed(keepingStaff.keep(person(dora)));
        mustSucceed(filling.fill(post(dora, Role.ACCOUNT_MANAGER)));
        assertThat(managers.assign(county, "乡下", today, Map.of(ann, 3, bea, 1, dora, 2))).isEqualTo(new Assignment(bea, dora));
        assertThat(managers.assign(county, null, today, Map.of())).as("by number when equal").isEqualTo(new Assignment(ann, bea));

        mustSucceed(leaving.leave(ann, today, today));
        mustSucceed(leaving.leave(bea, today, today));
        assertThat(managers.assign(county, "城关", today, Map.of(dora, 50))).isEqualTo(new Assignment(dora, null));
    }

    @Test
    void a_province_with_holes_is_refused_whole() {
        var refused = settingUp.setUp(new Setup(List.of(new Unit(new UnitCode("97"), "另一省"), new Unit(new UnitCode("970101"), "无市之县")),
                List.of(new Hall("9702-01", new UnitCode("9702"), "无主之厅", "-")), List.of(person("97-a"), person("97-a")),
                List.of(new Post("97-b", new UnitCode("97"), Department.MARKETING, Role.PLANNER)), List.of()));

        assertThat(rules(refused)).containsExactlyInAnyOrder("organisation.staff-twice", "organisation.no-unit-above", "organisation.unknown-unit", "organisation.unknown-staff");
        assertThat(organisation.unit(new UnitCode("97"))).isEmpty();
    }
}
