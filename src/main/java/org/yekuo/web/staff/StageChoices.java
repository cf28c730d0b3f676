package org.yekuo.web.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingCase;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.web.form.PageField.Option;
import org.yekuo.web.form.PageForms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes of what a stage's room offers, and of who works in the unit, the choices of its form. */
@Component
class StageChoices {

    private static final List<String> VALUES = List.of("code", "no", "kv", "book");

    /** Fields that name colleagues, by who they are. */
    private static final Map<String, Role> COLLEAGUES = Map.of("surveyors", Role.SURVEYOR, "inspectors", Role.INSPECTOR, "installers", Role.METER_INSTALLER);

    private final Organisation organisation;
    private final BusinessClock clock;
    private final JsonMapper json;

    StageChoices(Organisation organisation, BusinessClock clock, JsonMapper json) {
        this.organisation = organisation;
        this.clock = clock;
        this.json = json;
    }

    /** The choices by field. Words of the program's own come with the form and are left out. */
    Map<String, List<Option>> of(ReadingCase.Stage run, Map<String, Object> offered) {
        return of(run.parts().stream().map(part -> new UnitCode(part.unit())).distinct().toList(), offered);
    }

    /** The choices by field, colleagues being those of these units. */
    Map<String, List<Option>> of(List<UnitCode> units, Map<String, Object> offered) {
        var choices = new TreeMap<String, List<Option>>();
        offered.forEach((field, things) -> {
            if (things instanceof Collection<?> listed && !listed.isEmpty() && listed.stream().noneMatch(Enum.class::isInstance)) {
                choices.put(field, options(listed));
            }
        });
        // A reading book not known yet is opened with its first card.
        Optional.ofNullable(choices.remove("book")).ifPresent(books -> choices.put("book" + PageForms.SUGGESTED, books));
        // A line the grid does not list as open may be found on site all the same.
        Optional.ofNullable(choices.remove("points.feeder")).ifPresent(near -> choices.put("points.feeder" + PageForms.OFFERED, near));
        choices.remove("items");
        choices.remove("conditions");
        choices.remove("missing");
        choices.remove("contents");
        COLLEAGUES.forEach((field, role) -> {
            var people = units.stream().flatMap(unit -> holders(unit, role)).distinct().toList();
            if (!people.isEmpty()) {
                choices.put(field, people);
            }
        });
        return choices;
    }

    private java.util.stream.Stream<Option> holders(UnitCode unit, Role role) {
        return organisation.holders(unit, role, clock.today()).stream().map(person -> new Option(person.no(), new Text(person.name(), person.name())));
    }

    private List<Option> options(Collection<?> listed) {
        var options = new ArrayList<Option>();
        for (JsonNode node : (Iterable<JsonNode>) listed.stream().<JsonNode>map(json::valueToTree)::iterator) {
            if (node.isValueNode()) {
                options.add(new Option(node.asString(""), new Text(node.asString(""), node.asString(""))));
            } else {
                option(node).ifPresent(options::add);
            }
        }
        return options;
    }

    private static Optional<Option> option(JsonNode node) {
        return VALUES.stream().filter(node::hasNonNull).findFirst().map(key -> {
            var value = node.get(key).asString("");
            return new Option(value, new Text(said(node, key, value, "zh"), said(node, key, value, "en")));
        });
    }

    /** The thing's name where the value is a word of the program; its value; and whatever else is plain. */
    private static String said(JsonNode node, String key, String value, String language) {
        var parts = new ArrayList<String>();
        var name = node.path("name");
        if (name.isObject()) {
            return name.path(language).asString(value);
        }
        if (key.equals("code") && name.isValueNode() && value.matches("[A-Z_]+")) {
            return name.asString(value);
        }
        parts.add(value);
        for (var other : Set.of("name", "location", "remainingKva", "readingDay")) {
            if (!other.equals(key) && node.path(other).isValueNode() && !node.path(other).asString("").isBlank()) {
                parts.add(switch (other) {
                    case "remainingKva" -> (language.equals("zh") ? "余 " : "room for ") + node.get(other).asString("") + " kVA";
                    case "readingDay" -> language.equals("zh") ? "每月 " + node.get(other).asString("") + " 日" : "day " + node.get(other).asString("");
                    default -> node.get(other).asString("");
                });
            }
        }
        return String.join(" · ", parts);
    }
}
