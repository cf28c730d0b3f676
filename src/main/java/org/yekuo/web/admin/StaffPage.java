package org.yekuo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.access.CurrentStaff;
import org.yekuo.access.ReadingAccounts;
import org.yekuo.administration.Administrators;
import org.yekuo.administration.Change;
import org.yekuo.administration.ChangingStaff;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.organisation.ReadingStaff;
import org.yekuo.organisation.ReadingStaff.Person;
import org.yekuo.organisation.ReadingStaff.State;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import org.yekuo.web.internal.Exporting;
import org.yekuo.web.internal.Say;
import tools.jackson.databind.JsonNode;

/** The people an administrator has (人员名册): found, listed, exported, and somebody new entered. All filters stand in the address. */
@Controller
class StaffPage {

    private static final int PAGE = 50;

    private final ReadingStaff reading;
    private final ReadingAccounts accounts;
    private final Administrators administrators;
    private final ChangingStaff changing;
    private final PersonSheet sheet;
    private final PageForms forms;
    private final CurrentStaff current;
    private final BusinessClock clock;
    private final Say say;

    StaffPage(ReadingStaff reading, ReadingAccounts accounts, Administrators administrators, ChangingStaff changing, PersonSheet sheet, PageForms forms, CurrentStaff current,
            BusinessClock clock, Say say) {
        this.reading = reading;
        this.accounts = accounts;
        this.administrators = administrators;
        this.changing = changing;
        this.sheet = sheet;
        this.forms = forms;
        this.current = current;
        this.clock = clock;
        this.say = say;
    }

    @GetMapping("/work/admin/staff")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "active") String state, @RequestParam(required = false) @Nullable String after, Model model) {
        AdminPage.only(administrators, current);
        var page = reading.list(query(q, unit, role, state, after, PAGE), clock.today());
        model.addAttribute("page", page);
        model.addAttribute("accounts", accounts.of(page.people().stream().map(one -> one.staff().no()).toList()));
        model.addAttribute("names", sheet.names());
        model.addAttribute("units", sheet.units(current.actor()));
        model.addAttribute("roles", Role.values());
        model.addAttribute("states", Arrays.stream(State.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
        model.addAttribute("asked", Map.of("q", q, "unit", unit, "role", role, "state", state(state).name().toLowerCase(Locale.ROOT)));
        return "admin/staff";
    }

    @GetMapping("/work/admin/staff.{format:csv|xlsx}")
    void export(@PathVariable Exporting.Format format, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "active") String state, HttpServletResponse response) throws IOException {
        AdminPage.only(administrators, current);
        var names = sheet.names();
        Exporting.send(response, "staff-" + state(state).name().toLowerCase(Locale.ROOT), format,
                Stream.of("admin.no", "admin.name", "admin.phone", "admin.unit", "admin.posts", "admin.account", "admin.account.state").map(say::key).toList(), out -> {
                    String after = null;
                    do {
                        var page = reading.list(query(q, unit, role, state, after, Exporting.AT_ONCE), clock.today());
                        var known = accounts.of(page.people().stream().map(one -> one.staff().no()).toList());
                        page.people().forEach(one -> out.accept(row(one, known.getOrDefault(one.staff().no(), List.of()), names)));
                        after = page.next();
                    } while (after != null);
                });
    }

    private List<String> row(Person one, List<ReadingAccounts.Account> accounts, Map<String, String> names) {
        return List.of(one.staff().no(), one.staff().name(), one.staff().phone(),
                one.units().stream().sorted().map(unit -> names.getOrDefault(unit.value(), unit.value())).collect(Collectors.joining("、")),
                one.posts().stream().map(post -> say.of(post.role().text())).distinct().collect(Collectors.joining("、")),
                accounts.stream().map(ReadingAccounts.Account::login).collect(Collectors.joining("、")),
                accounts.stream().map(account -> say.key("admin.account." + account.state())).collect(Collectors.joining("、")));
    }

    @GetMapping("/work/admin/staff/new")
    String enter(@RequestParam(defaultValue = "") String unit, Model model) {
        AdminPage.only(administrators, current);
        return form(forms.tree().put("unit", unit), List.of(), model);
    }

    @PostMapping("/work/admin/staff/new")
    String enter(@RequestParam MultiValueMap<String, String> posted, HttpServletResponse response, Model model) {
        var tree = PostedForm.tree(posted);
        var answer = switch (Forms.bind(tree, PersonForms.Enter.class)) {
            case Bound.Read<PersonForms.Enter>(var said) -> changing.change(new Change.Enter(said.no(), said.name(), PersonForms.text(said.phone()), new UnitCode(said.unit())), current.actor());
            case Bound.Faulty<PersonForms.Enter>(var faults) -> Answer.<String>invalid(faults);
        };
        return switch (answer) {
            case Answer.Done<String>(var no) -> "redirect:/work/admin/staff/" + no;
            case Answer.Refused<String>(var refusal) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(tree, refusal.violations(), model);
            }
        };
    }

    private String form(JsonNode values, List<Violation> faults, Model model) {
        var fields = forms.fields(PersonForms.Enter.class, "", values, Map.of("unit", sheet.units(current.actor())), faults, Map.of());
        model.addAttribute("fields", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("names", PageForms.names(fields));
        return "admin/enter";
    }

    private ReadingStaff.Query query(String q, String unit, String role, String state, @Nullable String after, int size) {
        return new ReadingStaff.Query(administrators.units(current.actor()), UnitCode.isValid(unit) ? new UnitCode(unit) : null,
                Arrays.stream(Role.values()).filter(one -> one.name().equals(role)).findFirst().orElse(null), state(state), q, after, size);
    }

    private static State state(String state) {
        return Arrays.stream(State.values()).filter(one -> one.name().equalsIgnoreCase(state)).findFirst().orElse(State.ACTIVE);
    }
}
