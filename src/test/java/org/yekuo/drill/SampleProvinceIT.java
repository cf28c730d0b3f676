package org.yekuo.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.YekuoIT;
import org.yekuo.access.SigningIn;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.KeepingStaff;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;

/** The people of the drill: everybody a procedure may need is there, and nobody has two duties that exclude each other. */
@YekuoIT
class SampleProvinceIT {

    private static final List<String> CITIES = List.of("3401", "3413", "3402");
    private static final List<String> COUNTIES = List.of("340121", "340122", "340123", "341321", "341322", "341323", "341324", "340225", "340221");

    /** Duties that may not lie in one hand (不相容职责). */
    private static final List<Set<Role>> SEPARATED = List.of(
            EnumSet.of(Role.SURVEYOR, Role.MARKETING_HEAD), EnumSet.of(Role.SURVEYOR, Role.SERVICE_CENTRE_HEAD), EnumSet.of(Role.SURVEYOR, Role.EXPANSION_SPECIALIST),
            EnumSet.of(Role.FEE_CLERK, Role.FEE_VERIFIER), EnumSet.of(Role.ASSET_KEEPER, Role.METER_VERIFIER), EnumSet.of(Role.CALLBACK_AGENT, Role.ACCOUNT_MANAGER));

    @Autowired
    private Organisation organisation;
    @Autowired
    private SampleOrganisation sample;
    @Autowired
    private SampleAccounts accounts;
    @Autowired
    private KeepingStaff keepingStaff;
    @Autowired
    private SigningIn signingIn;
    @Autowired
    private BusinessClock clock;
    @Autowired
    private JdbcClient jdbc;

    private Set<Role> staffed(String unit) {
        return sample.logins().stream().filter(login -> login.unit().value().equals(unit)).flatMap(login -> login.roles().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    @Test
    void every_role_is_filled_at_every_level_where_it_belongs() {
        var everyCityRole = EnumSet.complementOf(EnumSet.of(Role.PROVINCE_MARKETING));
        var everyCountyRole = EnumSet.of(Role.SERVICE_REP, Role.ACCOUNT_MANAGER, Role.SURVEYOR, Role.EXPANSION_SPECIALIST, Role.MARKETING_HEAD,
                Role.SERVICE_CENTRE_HEAD, Role.INSPECTOR, Role.FEE_CLERK, Role.FEE_VERIFIER, Role.METER_INSTALLER, Role.METER_VERIFIER, Role.ASSET_KEEPER,
                Role.BILLING_CLERK, Role.READING_CLERK, Role.DISTRIBUTION, Role.DISPATCHER, Role.ARCHIVIST, Role.CALLBACK_AGENT);

        assertThat(staffed("34")).contains(Role.PROVINCE_MARKETING, Role.PRODUCTION, Role.DISPATCHER, Role.PLANNER, Role.SUPERVISOR, Role.ADMINISTRATOR);
        assertThat(CITIES).allSatisfy(city -> assertThat(staffed(city)).containsAll(everyCityRole));
        assertThat(COUNTIES).allSatisfy(county -> {
            assertThat(staffed(county)).containsAll(everyCountyRole);
            assertThat(sample.logins().stream().filter(login -> login.unit().value().equals(county) && login.roles().contains(Role.ACCOUNT_MANAGER))).hasSizeGreaterThanOrEqualTo(2);
        });
        assertThat(CITIES).allSatisfy(city -> assertThat(organisation.hall(city + "-02")).isPresent());
        assertThat(COUNTIES).allSatisfy(county -> assertThat(organisation.hall(county + "-01")).isPresent());
    }

    @Test
    void nobody_has_two_duties_that_exclude_each_other() {
        assertThat(sample.logins()).allSatisfy(login -> assertThat(SEPARATED).noneMatch(pair -> new HashSet<>(login.roles()).containsAll(pair)));
    }

    @Test
    void numbers_and_logins_are_given_once_and_no_phone_is_anybodys() {
        assertThat(sample.logins()).extracting(SampleOrganisation.Login::login).doesNotHaveDuplicates();
        assertThat(sample.logins()).extracting(login -> login.staff().no()).doesNotHaveDuplicates();
        assertThat(sample.logins()).allSatisfy(login -> {
            assertThat(login.staff().phone()).matches("05\\d\\d-0000\\d{4}");
            assertThat(login.staff().no()).startsWith(login.unit() + "-");
        });
    }

    @Test
    void everybody_has_an_account_and_the_printed_password_opens_it() {
        for (var login : sample.logins()) {
            assertThat(signingIn.signIn(login.login(), SampleAccounts.PASSWORD, null)).as(login.login()).isInstanceOf(Answer.Done.class);
        }
        assertThat(organisation.scope("340121-kf1", clock.today()).units()).containsExactly(new UnitCode("340121"));
    }

    @Test
    void a_second_start_changes_nothing() throws Exception {
        var before = rows();
        var logins = new ArrayList<>(sample.logins());

        sample.run(new DefaultApplicationArguments());
        accounts.run(new DefaultApplicationArguments());

        assertThat(rows()).isEqualTo(before);
        assertThat(sample.logins()).isEqualTo(logins);
    }

    @Test
    void what_the_drill_changed_stays_changed_after_a_restart() throws Exception {
        var leaver = organisation.staff("340221-cb1").orElseThrow();
        keepingStaff.keep(new Staff(leaver.no(), leaver.name(), leaver.phone(), false));
        try {
            sample.run(new DefaultApplicationArguments());
            assertThat(organisation.staff(leaver.no())).map(Staff::active).contains(false);
        } finally {
            keepingStaff.keep(leaver);
        }
    }

    private List<String> rows() {
        return jdbc.sql("""
                select 'post ' || staff_no || unit || role from post union all select 'staff ' || staff_no || name || active from staff
                union all select 'account ' || login || password_hash from account union all select 'unit ' || code || name from unit
                union all select 'area ' || unit || area_prefix || a_manager || b_manager from manager_area
                union all select 'revision ' || revision from organisation_revision order by 1""").query(String.class).list();
    }
}
