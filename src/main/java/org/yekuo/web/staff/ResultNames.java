package org.yekuo.web.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yekuo.grid.Network;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.web.form.PageField.Option;
import tools.jackson.databind.JsonNode;

/** What people call the papers, annexes, colleagues, lines and substations that a result of a stage holds by their codes. */
@Component
class ResultNames {

    private static final List<String> COLLEAGUES = List.of("surveyors", "inspectors", "installers");

    /** Lists whose rows name a feeder, and perhaps its substation. */
    private static final List<String> PLACES = List.of("points", "circuits");

    private final Organisation organisation;
    private final Network network;

    ResultNames(Organisation organisation, Network network) {
        this.organisation = organisation;
        this.network = network;
    }

    /** By the field's path, for reading a result of a case of this unit under a pack. */
    Map<String, List<Option>> of(UnitCode unit, JsonNode result, Optional<Pack> pack) {
        var names = new HashMap<>(places(unit, result));
        names.put("documents.type", pack.stream().flatMap(rules -> rules.checklists().stream()).map(row -> new Option(row.code(), row.name())).distinct().toList());
        names.put("annexes.code", pack.stream().flatMap(rules -> Optional.ofNullable(rules.tables().get("contract-annexes")).stream()).flatMap(table -> table.rows().stream())
                .map(ResultNames::annex).toList());
        for (var field : COLLEAGUES) {
            names.put(field, result.path(field).valueStream().map(no -> no.asString("")).map(no -> new Option(no, name(no))).toList());
        }
        return names;
    }

    /** Lines and substations with their codes, which an engineer reads too. */
    private Map<String, List<Option>> places(UnitCode unit, JsonNode result) {
        var options = new HashMap<String, List<Option>>();
        var rows = PLACES.stream().flatMap(list -> result.path(list).valueStream()).toList();
        var codes = rows.stream().flatMap(row -> Stream.of(row.path("feeder"), row.path("substation"))).filter(JsonNode::isString).map(JsonNode::stringValue).distinct().toList();
        if (!codes.isEmpty()) {
            var found = network.names(unit, codes);
            var feeders = codes.stream().map(code -> called(code, found.feeder(code))).toList();
            PLACES.forEach(list -> options.put(list + ".feeder", feeders));
            options.put("circuits.substation", codes.stream().map(code -> called(code, found.substation(code))).toList());
        }
        return options;
    }

    private static Option called(String code, String name) {
        var called = name.equals(code) ? code : name + "（" + code + "）";
        return new Option(code, new Text(called, called));
    }

    private static Option annex(DecisionTable.Row row) {
        var code = String.valueOf(row.gives().get("code"));
        return new Option(code, new Text(String.valueOf(row.gives().getOrDefault("name", code)), String.valueOf(row.gives().getOrDefault("nameEn", code))));
    }

    private Text name(String staffNo) {
        var name = organisation.staff(staffNo).map(Staff::name).orElse(staffNo);
        return new Text(name, name);
    }
}
