package org.yekuo.regulation.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.organisation.Department;
import org.yekuo.organisation.Role;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.Level;
import org.yekuo.regulation.PartDefinition;
import org.yekuo.regulation.Procedure;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.Text;

/** Reads a procedure file: its stages with their lead and countersigns. */
final class StageReader {

    /** {@code SURVEYOR@HANDLER}: who, and whose people. */
    record Post(Role role, Level level) {}

    private final CriteriaReader criteria;

    StageReader(CriteriaReader criteria) {
        this.criteria = criteria;
    }

    Procedure procedure(Row row) {
        var key = row.text("key");
        if (!row.file().equals("procedures/" + key + ".yaml")) {
            row.fault("has the key " + key + ", which is not the name of its file.");
        }
        var procedure = new Procedure(
                key, row.name("name", null), criteria.when(row, "when", Criteria.ALWAYS), row.rows("stages", List.of("key"), this::stage), row.basis());
        row.done();
        return procedure;
    }

    private StageDefinition stage(Row row) {
        var name = row.name("name", null);
        var parts = new ArrayList<PartDefinition>();
        if (row.has("lead")) {
            parts.add(part(row.below("lead"), "lead", name, PartDefinition.Kind.LEAD));
        } else {
            row.fault("has no lead.");
        }
        parts.addAll(row.rows("countersigns", List.of("key"), part ->
                part(part, part.text("key"), part.name("name", null), PartDefinition.Kind.COUNTERSIGN)));
        return new StageDefinition(
                row.text("key"), name, row.choice("department", Department.class, null), row.texts("after"),
                criteria.when(row, "when", Criteria.ALWAYS), row.yes("perPhase"), row.yes("onRequest"), row.texts("requestNeeds"),
                row.yes("customerFacing"), row.yes("irreversible"), row.textOrNull("promise"), receipt(row), parts, row.basis());
    }

    private PartDefinition part(Row row, String key, Text name, PartDefinition.Kind kind) {
        var approval = row.textOrNull("approval");
        var post = approval == null ? post(row, "by") : null;
        if (approval != null && row.has("by")) {
            row.fault("names both by and approval; the approvals table says who approves.");
        }
        if (kind == PartDefinition.Kind.COUNTERSIGN && key.equals("lead")) {
            row.fault("is a countersign but called lead.");
        }
        var part = new PartDefinition(
                key, name, kind, post == null ? null : post.role(), post == null ? Level.HANDLER : post.level(), approval,
                criteria.when(row, "when", Criteria.ALWAYS), row.count("days", 1));
        if (kind == PartDefinition.Kind.LEAD) {
            if (row.has("when")) {
                row.fault("has a when; a lead always applies, the stage may have a when.");
            }
            row.done();
        }
        return part;
    }

    private static StageDefinition.@Nullable ReceiptRule receipt(Row row) {
        if (!row.has("receipt")) {
            return null;
        }
        var below = row.below("receipt");
        var receipt = new StageDefinition.ReceiptRule(below.text("kind"), below.choice("gate", StageDefinition.ReceiptRule.Gate.class, null));
        below.done();
        return receipt;
    }

    /** Reads {@code ROLE@LEVEL}. */
    static @Nullable Post post(Row row, String key) {
        var given = row.text(key);
        int at = given.indexOf('@');
        if (at < 0) {
            if (row.has(key)) {
                row.fault("has the " + key + " " + given + ", which is not ROLE@LEVEL.");
            }
            return null;
        }
        var role = Row.named(Role.class, given.substring(0, at));
        var level = Row.named(Level.class, given.substring(at + 1));
        if (role == null) {
            row.fault("names the unknown role " + given.substring(0, at) + ".");
        }
        if (level == null) {
            row.fault("names the unknown level " + given.substring(at + 1) + "; known are " + List.of(Level.values()) + ".");
        }
        return role == null || level == null ? null : new Post(role, level);
    }
}
