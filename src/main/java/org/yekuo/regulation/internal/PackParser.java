package org.yekuo.regulation.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.regulation.ReasonRow;

/**
 * Reads the files of a pack, and of those it includes, into rows; every fault of form is collected. What a pack says itself stands in the place of
 * what an included one says about the same thing. What the rows mean together is {@link PackValidator}'s.
 */
final class PackParser {

    private static final List<String> TABLE_FILES = List.of("voltages.yaml", "metering.yaml", "contracts.yaml");
    private static final List<String> LIST_FILES = List.of("limits.yaml", "checklists.yaml", "approvals.yaml", "separations.yaml", "fees.yaml");

    private final PackFiles own;
    private final List<PackFiles> included;
    private final Faults faults;
    private final Map<String, DecisionTable> tables = new LinkedHashMap<>();
    private final Map<String, String> tableFiles = new LinkedHashMap<>();

    PackParser(PackFiles own, List<PackFiles> included, Faults faults) {
        this.own = own;
        this.included = included;
        this.faults = faults;
    }

    ParsedPack parse(String hash) {
        var head = head(own);
        var kind = head.choice("kind", Pack.Kind.class, Pack.Kind.COMPLETE);
        var includes = head.texts("includes");
        var facts = facts(head);
        var criteria = new CriteriaReader(facts);
        var rows = new RowReader(criteria);

        var procedures = procedures(new StageReader(criteria));
        own.tables().forEach(file -> tables(own, file, rows));
        var written = List.copyOf(tables.keySet());
        included.forEach(pack -> pack.tables().forEach(file -> takeOver(pack, file, rows, written)));
        var pack = new Pack(
                head.text("id"), kind, includes, hash, head.name("name", null), day(head), head.dayOrNull("effectiveUntil"),
                head.choice("dayZero", Pack.DayZero.class, Pack.DayZero.START_DAY), head.texts("derives"), List.copyOf(facts.values()), procedures,
                list("limits.yaml", "id", rows::limit, row -> row.id(), row -> row.limit() + "/" + row.standard()),
                list("checklists.yaml", "id", rows::checklist, row -> row.id(), row -> row.code()),
                list("approvals.yaml", "id", rows::approval, row -> row.id(), row -> row.subject()),
                list("separations.yaml", "id", rows::separation, row -> row.id(), row -> row.id()),
                list("fees.yaml", "code", rows::fee, row -> row.code(), row -> row.code()), reasons(head), tables, letters());
        head.basis();
        head.textOrNull("rewords");
        var actSignals = new HashSet<>(head.texts("actSignals"));
        var covers = criteriaList(head, "covers", criteria);
        var impossible = new ArrayList<>(criteriaList(head, "impossible", criteria));
        head.done();
        for (var other : included) {
            var below = head(other);
            actSignals.addAll(below.texts("actSignals"));
            impossible.addAll(criteriaList(below, "impossible", criteria));
        }
        complete(kind, head, procedures, covers);
        own.files().keySet().stream().filter(file -> !known(file)).forEach(file -> faults.add(file, null, "is not a file a pack has."));
        return new ParsedPack(pack, actSignals, covers, impossible, tableFiles);
    }

    /** Its own wordings, and those of included packs it does not word itself. */
    private Map<String, String> letters() {
        var letters = new LinkedHashMap<String, String>(own.letters());
        var taken = new HashMap<String, String>();
        for (var other : included) {
            other.letters().forEach((name, template) -> {
                if (!own.letters().containsKey(name)) {
                    once(taken, name, other, "letters/" + name + ".html");
                    letters.put(name, template);
                }
            });
        }
        return letters;
    }

    private static boolean known(String file) {
        return TABLE_FILES.contains(file) || LIST_FILES.contains(file) || file.equals("pack.yaml")
                || (file.startsWith("procedures/") || file.startsWith("tables/")) && file.endsWith(".yaml")
                || file.startsWith("letters/") && file.endsWith(".html") || file.startsWith("disclosure/");
    }

    private Row head(PackFiles pack) {
        return new Row(faults, pack.label("pack.yaml"), pack.from(), "pack", pack.tree("pack.yaml", faults));
    }

    private void complete(Pack.Kind kind, Row head, List<Procedure> procedures, List<Criteria> covers) {
        if (kind == Pack.Kind.REFERENCE) {
            if (!procedures.isEmpty() || !covers.isEmpty() || !included.isEmpty()) {
                head.fault("is a reference: it has no procedures, covers nothing and includes nothing.");
            }
            return;
        }
        if (own.rewords() != null) {
            head.fault("rewords another pack; that is for references. A complete pack includes the wordings, and has files of its own for what it words otherwise.");
        }
        if (procedures.isEmpty()) {
            faults.add("procedures/", null, "holds no procedure.");
        }
        if (covers.isEmpty()) {
            head.fault("covers nothing; it names the customers and businesses its procedures are complete for.");
        }
        java.util.stream.Stream.concat(TABLE_FILES.stream(), LIST_FILES.stream())
                .filter(file -> !own.has(file) && included.stream().noneMatch(other -> other.has(file)))
                .forEach(file -> faults.add(file, null, "is missing."));
    }

    /** Its own facts, and those of included packs it does not declare otherwise. */
    private Map<String, FactDeclaration> facts(Row head) {
        var facts = new LinkedHashMap<String, FactDeclaration>();
        head.rows("facts", List.of("name"), FactReader::fact).forEach(fact -> facts.put(fact.name(), fact));
        var declared = List.copyOf(facts.keySet());
        for (var other : included) {
            for (var fact : head(other).rows("facts", List.of("name"), FactReader::fact)) {
                var former = declared.contains(fact.name()) ? fact : facts.putIfAbsent(fact.name(), fact);
                if (former != null && !former.equals(fact)) {
                    faults.add(other.label("pack.yaml"), fact.name(), "is declared otherwise in another included pack; this pack has to declare it itself.");
                }
            }
        }
        return facts;
    }

    private List<Procedure> procedures(StageReader stages) {
        return own.files().keySet().stream().filter(file -> file.startsWith("procedures/"))
                .map(file -> stages.procedure(new Row(faults, file, "procedure", own.tree(file, faults)))).toList();
    }

    private static java.time.LocalDate day(Row head) {
        var day = head.dayOrNull("effectiveFrom");
        if (day == null && !head.has("effectiveFrom")) {
            head.fault("has no effectiveFrom.");
        }
        return day == null ? java.time.LocalDate.EPOCH : day;
    }

    private List<ReasonRow> reasons(Row head) {
        var reasons = new ArrayList<>(reasonRows(head));
        var written = reasons.stream().map(row -> row.use() + " " + row.code()).toList();
        var taken = new HashMap<String, String>();
        for (var other : included) {
            reasonRows(head(other)).stream().filter(row -> !written.contains(row.use() + " " + row.code())).forEach(row -> {
                once(taken, row.use() + " " + row.code(), other, "pack.yaml");
                reasons.add(row);
            });
        }
        return reasons;
    }

    private static List<ReasonRow> reasonRows(Row head) {
        return head.rows("reasons", List.of("use", "code"), row -> new ReasonRow(
                row.text("code"), row.name("name", null), row.choice("use", ReasonRow.Use.class, null),
                row.choice("cause", ReasonRow.Cause.class, null), row.basis()));
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

    private Map<String, DecisionTable> tables(PackFiles pack, String file, RowReader rows) {
        var found = new LinkedHashMap<String, DecisionTable>();
        var tree = pack.tree(file, faults);
        if (!tree.isObject()) {
            faults.add(pack.label(file), null, "is not a mapping of table names to tables.");
            return found;
        }
        tree.properties().forEach(entry -> {
            var name = entry.getKey();
            found.put(name, rows.table(name, new Row(faults, pack.label(file), pack.from(), name, entry.getValue())));
            if (pack == own) {
                add(name, found.get(name), file);
            }
        });
        return found;
    }

    private void takeOver(PackFiles pack, String file, RowReader rows, List<String> written) {
        tables(pack, file, rows).forEach((name, table) -> {
            if (!written.contains(name)) {
                add(name, table, pack.label(file));
            }
        });
    }

    private void add(String name, DecisionTable table, String file) {
        var former = tableFiles.putIfAbsent(name, file);
        if (former != null) {
            faults.add(file, name, "stands in " + former + " too.");
        } else {
            tables.put(name, table);
        }
    }

    /** The pack's own rows of a file, and those of included packs about what it says nothing of. */
    private <T> List<T> list(String file, String idKey, Function<Row, T> read, Function<T, String> id, Function<T, String> about) {
        var all = new ArrayList<>(rows(own, file, idKey, read));
        var written = all.stream().map(about).toList();
        var taken = new HashMap<String, String>();
        for (var pack : included) {
            var more = rows(pack, file, idKey, read).stream().filter(row -> !written.contains(about.apply(row))).toList();
            more.stream().map(about).distinct().forEach(what -> once(taken, what, pack, file));
            more.stream().filter(row -> all.stream().anyMatch(other -> id.apply(other).equals(id.apply(row)))).forEach(row ->
                    faults.add(pack.label(file), id.apply(row), "has the name of another row."));
            all.addAll(more);
        }
        return all;
    }

    private void once(Map<String, String> taken, String what, PackFiles pack, String file) {
        var former = taken.putIfAbsent(what, pack.name());
        if (former != null && !former.equals(pack.name())) {
            faults.add(pack.label(file), what, "stands in the included pack " + former + " too; this pack has to say itself which holds.");
        }
    }

    private <T> List<T> rows(PackFiles pack, String file, String idKey, Function<Row, T> read) {
        return pack.has(file) ? Row.rows(faults, pack.label(file), pack.from(), "", pack.tree(file, faults), List.of(idKey), read) : List.of();
    }
}
