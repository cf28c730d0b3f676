package org.yekuo.regulation.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yekuo.organisation.Role;
import org.yekuo.regulation.ApprovalRow;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.DayUnit;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.FeeItem;
import org.yekuo.regulation.Level;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.SeparationRow;
import org.yekuo.regulation.Standard;
import org.yekuo.vocabulary.Text;
import tools.jackson.databind.JsonNode;

/** Reads the rows of the other files, one method for each sort of row. */
final class RowReader {

    /** What a rate may ask of one circuit. */
    static final Map<String, FactDeclaration> CIRCUIT_FACTS = Map.of(
            "voltageKv", new FactDeclaration("voltageKv", new Text("受电电压", "Voltage"), FactDeclaration.Type.NUMBER, "circuit", List.of(), null, null, null),
            "selfBuilt", new FactDeclaration("selfBuilt", new Text("自建", "Self-built"), FactDeclaration.Type.YES_NO, "circuit", List.of(), null, null, null));

    /** The acts that may lift a separation. */
    private static final List<String> ACTS_THAT_LIFT = List.of("ONE_VISIT");

    private final CriteriaReader criteria;
    private final CriteriaReader circuitCriteria = new CriteriaReader(CIRCUIT_FACTS);

    RowReader(CriteriaReader criteria) {
        this.criteria = criteria;
    }

    LimitRow limit(Row row) {
        return new LimitRow(
                row.id(), row.text("limit"), row.name("name", null), row.choice("standard", Standard.class, null), when(row),
                row.texts("starts"), row.texts("stops"), row.texts("pauses"), row.count("amount", 1),
                row.choice("unit", DayUnit.class, DayUnit.WORKING_DAY), row.texts("sumOf"),
                row.choice("onExpiry", LimitRow.OnExpiry.class, LimitRow.OnExpiry.WARN), extension(row), row.basis());
    }

    private static LimitRow.@Nullable Extension extension(Row row) {
        if (!row.has("extension")) {
            return null;
        }
        var below = row.below("extension");
        var extension = new LimitRow.Extension(below.count("applyDaysBefore", 0), below.count("times", 1));
        below.done();
        return extension;
    }

    ChecklistRow checklist(Row row) {
        var dueBy = row.textOrNull("dueBy");
        return new ChecklistRow(
                row.id(), row.text("code"), row.name("name", null), when(row), row.textOrNull("group"),
                dueBy == null ? "acceptance" : dueBy, "CUSTOMER".equals(row.textOrNull("reuse")), row.basis());
    }

    ApprovalRow approval(Row row) {
        var approver = StageReader.post(row, "approver");
        return new ApprovalRow(
                row.id(), row.text("subject"), when(row), approver == null ? Role.values()[0] : approver.role(),
                approver == null ? Level.HANDLER : approver.level(), row.rows("countersigns", List.of("key"), RowReader::countersign),
                row.yes("standingDelegation"), row.basis());
    }

    private static ApprovalRow.Countersign countersign(Row row) {
        var by = StageReader.post(row, "by");
        return new ApprovalRow.Countersign(
                row.text("key"), row.name("name", null), by == null ? Role.values()[0] : by.role(), by == null ? Level.HANDLER : by.level());
    }

    SeparationRow separation(Row row) {
        return new SeparationRow(
                row.id(), row.name("name", null), row.texts("first"), row.texts("second"), criteria.when(row, "unless", Criteria.NEVER),
                row.rows("exceptions", List.of("act"), this::exception), row.basis());
    }

    private SeparationRow.Lifting exception(Row row) {
        var act = row.text("act");
        if (!ACTS_THAT_LIFT.contains(act)) {
            row.fault("lifts a separation by the act " + act + "; known are " + ACTS_THAT_LIFT + ".");
        }
        return new SeparationRow.Lifting(act, row.name("name", null), when(row), row.basis());
    }

    FeeItem fee(Row row) {
        var factor = row.number("cableFactor");
        return new FeeItem(
                row.text("code"), row.name("name", null), row.choice("status", FeeItem.Status.class, null), row.dayOrNull("from"),
                row.dayOrNull("until"), when(row), row.rows("rates", List.of(), this::rate), factor == null ? BigDecimal.ONE : factor,
                row.choice("equalCapacity", FeeItem.EqualCapacity.class, FeeItem.EqualCapacity.LOWER_OF_EQUAL), row.basis());
    }

    private FeeItem.Rate rate(Row row) {
        var perKva = row.number("perKva");
        return new FeeItem.Rate(
                circuitCriteria.when(row, "when", Criteria.ALWAYS), perKva == null ? BigDecimal.ZERO : perKva, row.basis());
    }

    DecisionTable table(String name, Row row) {
        var table = new DecisionTable(
                name, row.name("label", null), row.choice("hits", DecisionTable.Hits.class, null), row.rows("rows", List.of("id"), this::tableRow));
        row.done();
        return table;
    }

    private DecisionTable.Row tableRow(Row row) {
        return new DecisionTable.Row(row.text("id"), when(row), gives(row), row.basis());
    }

    private static Map<String, Object> gives(Row row) {
        var node = row.at("gives");
        if (node == null || !node.isObject() || node.isEmpty()) {
            row.fault("gives nothing.");
            return Map.of();
        }
        var gives = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> {
            var value = plain(entry.getValue());
            if (value == null) {
                row.fault("gives for " + entry.getKey() + " neither text, number, yes/no nor a list of them.");
            } else {
                gives.put(entry.getKey(), value);
            }
        });
        return gives;
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isArray()) {
            var list = node.values().stream().map(RowReader::plain).toList();
            return list.contains(null) ? null : List.copyOf(list);
        }
        return node.isString() ? node.stringValue() : node.isBoolean() ? (Object) node.booleanValue()
                : node.isNumber() ? node.decimalValue() : null;
    }

    private Criteria when(Row row) {
        return criteria.when(row, "when", Criteria.ALWAYS);
    }
}
