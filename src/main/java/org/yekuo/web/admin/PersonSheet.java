package org.yekuo.web.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.yekuo.access.ReadingAccounts;
import org.yekuo.administration.Administrators;
import org.yekuo.administration.ChangingStaff;
import org.yekuo.administration.ReadingTraces;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.organisation.Department;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.ReadingStaff;
import org.yekuo.organisation.ReadingStaff.Person;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageField;
import org.yekuo.web.form.PageField.Option;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import tools.jackson.databind.JsonNode;

/** The file of one person laid out, with the forms of what may be changed; for her administrators and for herself. */
@Component
class PersonSheet {

    /** A change refused, with what was typed. */
    record Refused(String form, JsonNode typed, Refusal refusal) {}

    private final ChangingStaff changing;
    private final Administrators administrators;
    private final ReadingTraces traces;
    private final ReadingAccounts accounts;
    private final ReadingStaff reading;
    private final Organisation organisation;
    private final PageForms forms;
    private final BusinessClock clock;

    PersonSheet(ChangingStaff changing, Administrators administrators, ReadingTraces traces, ReadingAccounts accounts, ReadingStaff reading, Organisation organisation,
            PageForms forms, BusinessClock clock) {
        this.changing = changing;
        this.administrators = administrators;
        this.traces = traces;
        this.accounts = accounts;
        this.reading = reading;
        this.organisation = organisation;
        this.forms = forms;
        this.clock = clock;
    }

    /** Does what was posted; answers null when it is done. */
    <T> @Nullable Refused post(PersonForms.Form<T> form, String staffNo, MultiValueMap<String, String> posted, Actor actor) {
        var tree = PostedForm.tree(posted).path(form.key());
        var typed = tree.isObject() ? tree : forms.tree();
        var answer = switch (Forms.bind(typed, form.type())) {
            case Bound.Read<T>(var said) -> changing.change(form.change().apply(staffNo, said), actor);
            case Bound.Faulty<T>(var faults) -> Answer.<String>invalid(faults);
        };
        return answer instanceof Answer.Refused<String>(var refusal) ? new Refused(form.key(), typed, refusal) : null;
    }

    void show(Person person, @Nullable Refused refused, Actor actor, Model model) {
        var faults = refused == null ? List.<Violation>of() : refused.refusal().violations().stream()
                .map(fault -> fault.field() == null ? fault : fault.under(refused.form())).toList();
        var sheets = new HashMap<String, List<PageField>>();
        for (var form : List.of(PersonForms.CORRECT, PersonForms.POST, PersonForms.AWAY, PersonForms.LEND)) {
            var typed = refused != null && refused.form().equals(form.key()) ? refused.typed() : null;
            sheets.put(form.key(), forms.fields(form.type(), form.key(), typed == null ? known(form, person) : typed, options(person, actor), typed == null ? List.of() : faults, Map.of()));
        }
        var all = new ArrayList<PageField>();
        sheets.values().forEach(all::addAll);
        model.addAttribute("person", person);
        model.addAttribute("today", clock.today());
        model.addAttribute("units", names());
        model.addAttribute("people", people(person));
        model.addAttribute("accounts", accounts.of(List.of(person.staff().no())).getOrDefault(person.staff().no(), List.of()));
        model.addAttribute("traces", traces.of(person.staff().no(), actor));
        model.addAttribute("sheets", sheets);
        model.addAttribute("open", refused == null ? "" : refused.form());
        model.addAttribute("faults", faults);
        model.addAttribute("names", PageForms.names(all));
    }

    private JsonNode known(PersonForms.Form<?> form, Person person) {
        var tree = forms.tree();
        if (form == PersonForms.CORRECT) {
            tree.put("name", person.staff().name()).put("phone", person.staff().phone());
        } else if (form == PersonForms.AWAY || form == PersonForms.LEND) {
            tree.put("from", clock.today().toString());
        }
        return tree;
    }

    private Map<String, List<Option>> options(Person person, Actor actor) {
        return Map.of("unit", units(actor), "department", Arrays.stream(Department.values()).map(one -> new Option(one.name(), one.text())).toList(),
                "role", Arrays.stream(Role.values()).map(one -> new Option(one.name(), one.text())).toList(),
                "post", person.posts().stream().filter(post -> post.role() != Role.ADMINISTRATOR)
                        .map(post -> new Option(post.unit() + " " + post.role(), new Text(name(post.unit().value()) + " " + post.role().zh(), name(post.unit().value()) + " " + post.role().text().en()))).toList(),
                "to", colleagues(person));
    }

    /** The units the actor administers. */
    List<Option> units(Actor actor) {
        return organisation.units().stream().filter(unit -> administrators.administers(actor, unit.code())).map(unit -> new Option(unit.code().value(), new Text(unit.name(), unit.name()))).toList();
    }

    /** Who works in one of her units, as far as a list can hold them. */
    private List<Option> colleagues(Person person) {
        var query = new ReadingStaff.Query(person.units(), null, null, ReadingStaff.State.ACTIVE, "", null, 300);
        return reading.list(query, clock.today()).people().stream().filter(one -> !one.staff().no().equals(person.staff().no()))
                .filter(one -> one.posts().stream().noneMatch(post -> post.role() == Role.ADMINISTRATOR))
                .map(one -> new Option(one.staff().no(), new Text(one.staff().name() + " " + one.staff().no(), one.staff().name() + " " + one.staff().no()))).toList();
    }

    Map<String, String> names() {
        var names = new HashMap<String, String>();
        organisation.units().forEach(unit -> names.put(unit.code().value(), unit.name()));
        return names;
    }

    private String name(String unit) {
        return names().getOrDefault(unit, unit);
    }

    private Map<String, String> people(Person person) {
        var names = new HashMap<String, String>();
        Stream.concat(person.gives().stream().map(one -> one.to()), person.holds().stream().map(one -> one.from()))
                .forEach(no -> names.put(no, organisation.staff(no).map(one -> one.name()).orElse(no)));
        return names;
    }
}
