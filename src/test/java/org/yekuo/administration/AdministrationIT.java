package org.yekuo.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.access.ChangingPassword;
import org.yekuo.access.KeepingAccounts;
import org.yekuo.access.ReadingAccounts;
import org.yekuo.access.SigningIn;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.MachineClock;
import org.yekuo.organisation.Department;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.SettingUpOrganisation;
import org.yekuo.organisation.Setup;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.Unit;
import org.yekuo.scenario.Day;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** A city of its own for each test: counties {@code <city>01} and {@code 02}, an administrator in each and in the city, and a surveyor in the first. */
class AdministrationIT extends Day {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static int cities = 0;

    @Autowired
    private SettingUpOrganisation settingUp;
    @Autowired
    private ChangingStaff changing;
    @Autowired
    private ChangingUnits changingUnits;
    @Autowired
    private IssuingPassword issuing;
    @Autowired
    private ChoosingPassword choosing;
    @Autowired
    private ReadingTraces traces;
    @Autowired
    private ReadingUnits units;
    @Autowired
    private ReadingAccounts accounts;
    @Autowired
    private FirstAdministrator first;
    @Autowired
    private KeepingAccounts keeping;
    @Autowired
    private SigningIn signingIn;
    @Autowired
    private Organisation organisation;
    @Autowired
    private BusinessClock business;
    @Autowired
    private MachineClock clock;
    @Autowired
    private JdbcClient jdbc;

    private UnitCode city;
    private UnitCode county;
    private UnitCode next;
    private Actor above;
    private Actor here;
    private Actor there;
    private String cleo;
    private LocalDate today;

    @BeforeEach
    void found() {
        city = new UnitCode("96%02d".formatted(++cities));
        county = new UnitCode(city + "01");
        next = new UnitCode(city + "02");
        above = person(city + "-gl");
        here = person(county + "-gl");
        there = person(next + "-gl");
        cleo = county + "-cleo";
        today = business.today();
        must(settingUp.setUp(new Setup(List.of(new Unit(new UnitCode("96"), "试验省"), new Unit(city, "试验市"), new Unit(county, "甲县"), new Unit(next, "乙县")),
                List.of(new Hall(county + "-01", county, "甲厅", "-")), List.of(staff(above.id()), staff(here.id()), staff(there.id()), staff(cleo)),
                List.of(post(above.id(), city, Role.ADMINISTRATOR), post(here.id(), county, Role.ADMINISTRATOR), post(there.id(), next, Role.ADMINISTRATOR),
                        post(cleo, county, Role.SURVEYOR)), List.of())));
    }

    private static Actor person(String no) {
        return Actor.staff(no, "人" + no);
    }

    private static Staff staff(String no) {
        return new Staff(no, "人" + no, "0551-00000000", true);
    }

    private static Post post(String no, UnitCode unit, Role role) {
        return new Post(no, unit, Department.MARKETING, role);
    }

    private static <T> T must(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<T>) answer).value();
    }

    private static List<String> rules(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).refusal().violations().stream().map(Violation::rule).toList();
    }

    private Change give(String no, UnitCode unit, Role role) {
        return new Change.GivePost(no, unit, Department.CUSTOMER_SERVICE, role);
    }

    private SigningIn.Token signIn(String login, String password) {
        return must(signingIn.signIn(login, password, null));
    }

    private HttpResponse<String> page(String path, SigningIn.Token token, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Cookie", "yekuo-session=" + token.value());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void somebody_new_is_entered_gets_a_post_and_every_step_leaves_its_trace() {
        var no = county + "-new";
        must(changing.change(new Change.Enter(no, "新人", "0551-1", county), here));
        assertThat(rules(changing.change(new Change.Enter(no, "另一人", "", county), here))).containsExactly("organisation.staff-number-taken");
        assertThat(rules(changing.change(new Change.Enter(next + "-x", "新人", "", next), here))).containsExactly("administration.unit-not-yours");
        must(changing.change(give(no, county, Role.INSPECTOR), here));
        assertThat(organisation.holds(no, Role.INSPECTOR, county, today)).isTrue();
        must(changing.change(new Change.TakePost(no, county, Role.INSPECTOR), here));
        must(changing.change(new Change.Correct(no, "新名", "0551-2"), here));

        assertThat(traces.of(no, here)).extracting(Trace::act)
                .containsExactly(Trace.Act.CORRECTED, Trace.Act.POST_TAKEN, Trace.Act.POST_GIVEN, Trace.Act.ENTERED);
        assertThat(traces.of(no, here).getFirst()).extracting(Trace::actor, Trace::args).containsExactly(here.id(), List.of("新人", "0551-1", "新名", "0551-2"));
        assertThat(traces.of(no, there)).as("another county").isEmpty();
        assertThat(traces.latest(there, null, 100)).extracting(Trace::subject).doesNotContain(no);
        assertThatThrownBy(() -> jdbc.sql("update administration_trace set actor = 'x'").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from administration_trace").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_person_of_another_county_is_not_there_by_act_nor_by_address() throws Exception {
        var refused = (Answer.Refused<String>) changing.change(new Change.Correct(cleo, "别名", ""), there);
        assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(rules(issuing.issue(cleo, "x.cleo", there))).containsExactly("administration.no-such-person");

        keeping.keep("gl." + next, there.id(), "a-good-password");
        keeping.keep("cleo." + county, cleo, "a-good-password");
        var administrator = signIn("gl." + next, "a-good-password");
        assertThat(page("/work/admin/staff/" + cleo, administrator).statusCode()).isEqualTo(404);
        assertThat(page("/work/admin/units/" + county, administrator).statusCode()).isEqualTo(404);
        assertThat(page("/work/admin/staff/" + there.id(), administrator).statusCode()).isEqualTo(200);
        assertThat(page("/work/admin/staff.csv", administrator).body()).contains(there.id()).doesNotContain(cleo);
        var surveyor = signIn("cleo." + county, "a-good-password");
        assertThat(page("/work/admin/staff", surveyor).statusCode()).isEqualTo(403);
        assertThat(page("/work/admin", surveyor).statusCode()).isEqualTo(403);
        assertThat(page("/work/me", surveyor).statusCode()).isEqualTo(200);
        assertThat(page("/work/admin/packs/drafts/1", surveyor).statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_gives_herself_a_post_and_administrators_are_made_from_above_and_stand_alone() {
        assertThat(rules(changing.change(give(here.id(), county, Role.MARKETING_HEAD), here))).containsExactly("administration.not-oneself");
        assertThat(rules(changing.change(new Change.TakePost(here.id(), county, Role.ADMINISTRATOR), here))).containsExactly("administration.not-oneself");
        assertThat(rules(changing.change(give(cleo, county, Role.ADMINISTRATOR), here))).containsExactly("administration.from-above");
        assertThat(rules(changing.change(give(cleo, county, Role.ADMINISTRATOR), above))).containsExactly("administration.administrator-alone");
        must(changing.change(new Change.TakePost(cleo, county, Role.SURVEYOR), here));
        must(changing.change(give(cleo, county, Role.ADMINISTRATOR), above));
        assertThat(rules(issuing.issue(cleo, "x", here))).as("an equal").containsExactly("administration.belongs-above");
        assertThat(rules(changing.change(new Change.Away(cleo, today, today), person(county + "-nobody")))).containsExactly("administration.not-an-administrator");
    }

    @Test
    void whoever_also_works_outside_is_administered_from_above() {
        must(changing.change(give(cleo, city, Role.PLANNER), above));
        assertThat(rules(changing.change(new Change.Lock(cleo), here))).containsExactly("administration.belongs-above");
        assertThat(rules(issuing.issue(cleo, "x.cleo", here))).containsExactly("administration.belongs-above");
        must(changing.change(give(cleo, county, Role.INSPECTOR), here));
    }

    @Test
    void everybody_is_away_and_lends_her_own_posts_but_an_administrator_lends_hers_to_nobody() {
        var dora = county + "-dora";
        must(changing.change(new Change.Enter(dora, "朵", "", county), here));
        var self = person(cleo);
        must(changing.change(new Change.Away(cleo, today, today.plusDays(3)), self));
        must(changing.change(new Change.Back(cleo, today), self));
        assertThat(rules(changing.change(new Change.Back(cleo, today), self))).containsExactly("organisation.no-such-leave");
        must(changing.change(new Change.Delegate(cleo, dora, county, Role.SURVEYOR, today, today.plusDays(1)), self));
        assertThat(organisation.holds(dora, Role.SURVEYOR, county, today)).isTrue();
        must(changing.change(new Change.EndDelegation(cleo, dora, county, Role.SURVEYOR, today, today.plusDays(1)), self));
        assertThat(organisation.holds(dora, Role.SURVEYOR, county, today)).isFalse();
        assertThat(rules(changing.change(new Change.Delegate(here.id(), dora, county, Role.ADMINISTRATOR, today, today), here))).containsExactly("administration.not-to-be-lent");
        assertThat(rules(changing.change(new Change.Delegate(cleo, here.id(), county, Role.SURVEYOR, today, today), self))).containsExactly("administration.administrator-alone");
        assertThat(rules(changing.change(new Change.Delegate(cleo, here.id(), county, Role.SURVEYOR, today, today), here))).containsExactly("administration.not-oneself");
        assertThat(traces.of(cleo, self)).extracting(Trace::act).containsExactly(Trace.Act.DELEGATION_ENDED, Trace.Act.DELEGATED, Trace.Act.BACK, Trace.Act.AWAY);
    }

    @Test
    void a_one_time_password_is_good_for_choosing_another_and_for_nothing_else() throws Exception {
        var login = "cleo." + county;
        var given = must(issuing.issue(cleo, login, here));
        assertThat(given.toString()).doesNotContain(given.password());
        assertThat(office.post(null, "/tokens", Map.of("username", login, "password", given.password())).rules()).containsExactly("access.password-must-change");
        var token = signIn(login, given.password());
        var sent = page("/work", token);
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/work/me/password"));
        for (var written : List.of("/%77ork", "/%77ork/risk", "/wor%6b/cases/34012100000011")) {
            assertThat(page(written, token).headers().firstValue("Location")).as(written).hasValueSatisfying(to -> assertThat(to).endsWith("/work/me/password"));
        }
        assertThat(page("/open/regulation", token).body()).as("anywhere else she is nobody").doesNotContain("/work/sign-out");
        assertThat(page("/work/me/password", token).statusCode()).isEqualTo(200);

        var self = person(cleo);
        assertThat(rules(choosing.choose(login, new ChangingPassword.Change(given.password(), "short", "other"), null, self)))
                .containsExactlyInAnyOrder("access.passwords-differ", "access.password-too-short");
        assertThat(rules(choosing.choose(login, new ChangingPassword.Change("wrong", "my-own-password", "my-own-password"), null, self))).containsExactly("access.not-your-password");
        var fresh = must(choosing.choose(login, new ChangingPassword.Change(given.password(), "my-own-password", "my-own-password"), null, self));
        must(changing.change(new Change.Lock(cleo), here));
        assertThat(rules(choosing.choose(login, new ChangingPassword.Change("my-own-password", "another-password", "another-password"), null, self))).containsExactly("access.not-your-password");
        assertThat(signingIn.signIn(login, "another-password", null)).as("locked, it stays locked").isInstanceOf(Answer.Refused.class);
        must(changing.change(new Change.Unlock(cleo), here));
        fresh = signIn(login, "my-own-password");
        assertThat(page("/work", token).headers().firstValue("Location")).as("the old token has ended").hasValueSatisfying(to -> assertThat(to).contains("/sign-in"));
        assertThat(page("/work", fresh).statusCode()).isEqualTo(200);
        assertThat(traces.of(cleo, self)).extracting(Trace::act).containsExactly(Trace.Act.UNLOCKED, Trace.Act.LOCKED, Trace.Act.PASSWORD_CHOSEN, Trace.Act.ACCOUNT_OPENED);

        var again = must(issuing.issue(cleo, "ignored", here));
        assertThat(again.login()).isEqualTo(login);
        jdbc.sql("update account set one_time_until = ? where login = ?").params(Timestamp.from(clock.now().minusSeconds(1)), login).update();
        assertThat(signingIn.signIn(login, again.password(), null)).as("too late").isInstanceOf(Answer.Refused.class);
        assertThat(accounts.of(List.of(cleo)).get(cleo)).extracting(ReadingAccounts.Account::state).containsExactly(ReadingAccounts.State.EXPIRED);
    }

    @Test
    void an_account_is_locked_and_opened_and_who_leaves_is_signed_out_at_once() throws Exception {
        var login = "cleo." + county;
        keeping.keep(login, cleo, "a-good-password");
        var token = signIn(login, "a-good-password");
        must(changing.change(new Change.Lock(cleo), here));
        assertThat(page("/work", token).statusCode()).isEqualTo(302);
        assertThat(signingIn.signIn(login, "a-good-password", null)).isInstanceOf(Answer.Refused.class);
        must(changing.change(new Change.Unlock(cleo), here));
        var second = signIn(login, "a-good-password");
        must(changing.change(new Change.Depart(cleo), here));
        assertThat(page("/work", second).statusCode()).isEqualTo(302);
        assertThat(rules(changing.change(new Change.Depart(cleo), here))).containsExactly("administration.gone-already");
        must(changing.change(new Change.Return(cleo), here));
        assertThat(page("/work", second).statusCode()).as("the session does not come back with her").isEqualTo(302);
        assertThat(organisation.holds(cleo, Role.SURVEYOR, county, today)).isTrue();
    }

    @Test
    void a_browser_nobody_touches_is_signed_out_and_a_list_that_refreshes_itself_touches_nothing() throws Exception {
        var login = "cleo." + county;
        keeping.keep(login, cleo, "a-good-password");
        var token = signIn(login, "a-good-password");
        untouched(login, Duration.ofMinutes(29));
        assertThat(page("/work", token, "X-Yekuo-Refresh", "yes").statusCode()).isEqualTo(200);
        untouched(login, Duration.ofMinutes(1), "plus");
        assertThat(page("/work/session", token, "X-Yekuo-Refresh", "yes").statusCode()).as("29 minutes and one: nobody has touched it since").isEqualTo(302);

        var other = signIn(login, "a-good-password");
        untouched(login, Duration.ofMinutes(29));
        assertThat(page("/work/session", other).statusCode()).isEqualTo(204);
        untouched(login, Duration.ofMinutes(1), "plus");
        assertThat(page("/work", other).statusCode()).as("it was touched a minute ago").isEqualTo(200);
        assertThat(HTTP.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/inbox")).header("Authorization", "Bearer " + token.value()).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode()).as("a program's token lives its hours").isEqualTo(200);
    }

    /** As if the account's browsers had last been touched so long ago, or that much longer ago. */
    private void untouched(String login, Duration ago, String... plus) {
        var sql = plus.length == 0 ? "update access_token set last_used_at = cast(? as timestamptz) - make_interval(secs => ?) where login = ?"
                : "update access_token set last_used_at = least(last_used_at, ?) - make_interval(secs => ?) where login = ?";
        jdbc.sql(sql).params(Timestamp.from(clock.now()), ago.toSeconds(), login).update();
    }

    @Test
    void a_post_the_rules_need_and_nobody_holds_is_vacant() {
        office.day("2008-06-24");
        var surveyor = units.one(county, here).orElseThrow().seats().stream().filter(seat -> seat.role() == Role.SURVEYOR).findFirst().orElseThrow();
        assertThat(surveyor.vacant()).isFalse();
        assertThat(surveyor.needed()).extracting(text -> text.zh()).contains("现场勘查");
        assertThat(units.one(county, here).orElseThrow().vacancies()).extracting(ReadingUnits.Seat::role).contains(Role.ACCOUNT_MANAGER, Role.METER_INSTALLER).doesNotContain(Role.PROVINCE_MARKETING);
        assertThat(units.one(next, here)).isEmpty();
        assertThat(units.all(above)).extracting(one -> one.unit().code()).containsExactly(city, county, next);
    }

    @Test
    void units_are_entered_from_above_and_halls_by_their_own() {
        var third = new UnitCode(city + "03");
        assertThat(rules(changingUnits.change(new Unit(third, "丙县"), here))).containsExactly("administration.unit-not-yours");
        must(changingUnits.change(new Unit(third, "丙县"), above));
        assertThat(organisation.unit(third)).isPresent();
        must(changingUnits.change(new Hall(county + "-02", county, "新厅", "0551"), here));
        assertThat(rules(changingUnits.change(new Hall("x", county, "", ""), here))).containsExactly("organisation.hall-code", "organisation.unit-without-name");
        assertThat(traces.of(county + "-02", here)).extracting(Trace::act).containsExactly(Trace.Act.HALL_KEPT);
    }

    @Test
    void the_first_administrator_is_made_once() {
        var province = new Unit(new UnitCode("95"), "首省");
        assertThat(rules(first.make("first.admin", "首位", new Unit(new UnitCode("9501"), "市")))).containsExactly("administration.first-is-the-provinces");
        var given = must(first.make("first.admin", "首位", province));
        assertThat(signIn("first.admin", given.password()).oneTime()).isTrue();
        assertThat(rules(first.make("second.admin", "次位", province))).containsExactly("administration.not-the-first");
        must(changing.change(new Change.Enter("95-x", "某", "", province.code()), Actor.staff("first-admin", "首位")));
    }
}
