package org.yekuo.web.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Text;
import org.yekuo.web.form.PageField.Option;
import tools.jackson.databind.JsonNode;

/** What people call the papers, annexes and colleagues that a result of a stage holds by their codes. */
@Component
class ResultNames {

    private static final List<String> COLLEAGUES = List.of("surveyors", "inspectors", "installers");

    private final Organisation organisation;

    ResultNames(Organisation organisation) {
        this.organisation = organisation;
    }

    /** By the field's path, for reading a result under a pack. */
    Map<String, List<Option>> of(JsonNode result, Optional<Pack> pack) {
        var names = new HashMap<String, List<Option>>();
        names.put("documents.type", pack.stream().flatMap(rules -> rules.checklists().stream()).map(row -> new Option(row.code(), row.name())).distinct().toList());
        names.put("annexes.code", pack.stream().flatMap(rules -> Optional.ofNullable(rules.tables().get("contract-annexes")).stream()).flatMap(table -> table.rows().stream())
                .map(ResultNames::annex).toList());
        for (var field : COLLEAGUES) {
            names.put(field, result.path(field).valueStream().map(no -> no.asString("")).map(no -> new Option(no, name(no))).toList());
        }
        return names;
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
