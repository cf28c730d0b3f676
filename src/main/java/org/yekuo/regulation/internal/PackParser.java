package org.yekuo.regulation.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.regulation.ReasonRow;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the files of a pack into rows; every fault of form is collected. What the rows mean together is {@link PackValidator}'s. */
final class PackParser {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final List<String> TABLE_FILES = List.of("voltages.yaml", "metering.yaml", "contracts.yaml");

    private final SortedMap<String, byte[]> files;
    private final Faults faults;

    PackParser(SortedMap<String, byte[]> files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    ParsedPack parse(String hash) {
        var head = new Row(faults, "pack.yaml", "pack", tree("pack.yaml"));
        var facts = new LinkedHashMap<String, FactDeclaration>();
        head.rows("facts", List.of("name"), FactReader::fact).forEach(fact -> facts.put(fact.name(), fact));
        var criteria = new CriteriaReader(facts);
        var stages = new StageReader(criteria);
        var rows = new RowReader(criteria);

        var procedures = new ArrayList<Procedure>();
        files.keySet().stream().filter(file -> file.startsWith("procedures/")).forEach(file -> procedures.add(stages.procedure(
                new Row(faults, file, "procedure", tree(file)))));
        if (procedures.isEmpty()) {
            faults.add("procedures/", null, "holds no procedure.");
        }
        var tables = new LinkedHashMap<String, DecisionTable>();
        var tableFiles = new LinkedHashMap<String, String>();
        TABLE_FILES.forEach(file -> tables(file, rows, tables, tableFiles));

        var pack = new Pack(
                head.text("id"), hash, head.name("name", null), day(head), head.dayOrNull("effectiveUntil"),
                head.choice("dayZero", Pack.DayZero.class, Pack.DayZero.START_DAY), List.copyOf(facts.values()), procedures,
                list("limits.yaml", "id", rows::limit), list("checklists.yaml", "id", rows::checklist), list("approvals.yaml", "id", rows::approval),
                list("separations.yaml", "id", rows::separation), list("fees.yaml", "code", rows::fee), reasons(head), tables);
        head.basis();
        var actSignals = new HashSet<>(head.texts("actSignals"));
        var covers = criteriaList(head, "covers", criteria);
        var impossible = criteriaList(head, "impossible", criteria);
        head.done();
        if (covers.isEmpty()) {
            head.fault("covers nothing; it names the customers and businesses its procedures are complete for.");
        }
        files.keySet().stream().filter(file -> !known(file)).forEach(file -> faults.add(file, null, "is not a file a pack has."));
        return new ParsedPack(pack, actSignals, covers, impossible, tableFiles);
    }

    private static boolean known(String file) {
        return TABLE_FILES.contains(file) || file.startsWith("procedures/") && file.endsWith(".yaml")
                || file.startsWith("letters/") || file.startsWith("disclosure/")
                || List.of("pack.yaml", "limits.yaml", "checklists.yaml", "approvals.yaml", "separations.yaml", "fees.yaml").contains(file);
    }

    private static java.time.LocalDate day(Row head) {
        var day = head.dayOrNull("effectiveFrom");
        if (day == null && !head.has("effectiveFrom")) {
            head.fault("has no effectiveFrom.");
        }
        return day == null ? java.time.LocalDate.EPOCH : day;
    }

    private static List<ReasonRow> reasons(Row head) {
        var reasons = head.rows("reasons", List.of("use", "code"), row -> new ReasonRow(
                row.text("code"), row.name("name", null), row.choice("use", ReasonRow.Use.class, null),
                row.choice("cause", ReasonRow.Cause.class, null), row.basis()));
        return reasons;
    }

    private static List<Criteria> criteriaList(Row head, String key, CriteriaReader criteria) {
        var list = head.at(key);
        if (list == null) {
            return List.of();
        }
        if (!list.isArray()) {
            head.fault("has " + key + " that is not a list of criteria.");
            return List.of();
        }
        return list.values().stream().map(entry -> criteria.read(head, key, entry)).toList();
    }

    private void tables(String file, RowReader rows, Map<String, DecisionTable> tables, Map<String, String> tableFiles) {
        var tree = tree(file);
        if (!tree.isObject()) {
            faults.add(file, null, "is not a mapping of table names to tables.");
            return;
        }
        tree.properties().forEach(entry -> {
            var table = rows.table(entry.getKey(), new Row(faults, file, entry.getKey(), entry.getValue()));
            if (tables.put(entry.getKey(), table) != null) {
                faults.add(file, entry.getKey(), "stands in " + tableFiles.get(entry.getKey()) + " too.");
            }
            tableFiles.put(entry.getKey(), file);
        });
    }

    private <T> List<T> list(String file, String idKey, java.util.function.Function<Row, T> read) {
        return Row.rows(faults, file, "", tree(file), List.of(idKey), read);
    }

    private JsonNode tree(String file) {
        var content = files.get(file);
        if (content == null) {
            faults.add(file, null, "is missing.");
            return YAML.createObjectNode();
        }
        return parse(file, content);
    }

    private JsonNode parse(String file, byte[] content) {
        try {
            @Nullable JsonNode tree = YAML.readTree(content);
            return tree == null || tree.isMissingNode() || tree.isNull() ? YAML.createObjectNode() : tree;
        } catch (JacksonException e) {
            faults.add(file, null, "can't be read as YAML: " + e.getOriginalMessage()
                    + " (line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ").");
            return YAML.createObjectNode();
        }
    }
}
