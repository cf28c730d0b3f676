package org.yekuo.web.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.vocabulary.Text;
import org.yekuo.web.internal.ProcedureDrawing;

/** A pack laid out to be read (规则包全文): procedures drawn, every other row in a table with its clause. */
record PackSheet(Pack pack, List<Way> ways, List<DecisionTable> tables, List<Wording> letters, String at) {

    /** One template of a letter or receipt, by what it calls itself. */
    record Wording(String template, String title) {}

    record Way(Procedure procedure, ProcedureDrawing drawing) {}

    /** @param at the address of its page */
    static PackSheet of(Pack pack, String at) {
        return new PackSheet(pack, pack.procedures().stream().map(procedure -> new Way(procedure, ProcedureDrawing.of(procedure, Map.of()))).toList(),
                pack.tables().values().stream().sorted(Comparator.comparing(DecisionTable::name)).toList(),
                pack.letters().entrySet().stream().filter(entry -> !entry.getKey().startsWith("_")).sorted(Map.Entry.comparingByKey())
                        .map(entry -> new Wording(entry.getKey(), Pack.titleOf(entry.getValue()))).toList(), at);
    }

    /** What people call a stage of the pack; its key where no procedure has it. */
    public Text stage(String key) {
        return ways.stream().flatMap(way -> way.procedure().stages().stream()).filter(stage -> stage.key().equals(key)).findFirst().map(stage -> stage.name()).orElse(new Text(key, key));
    }

    /** What people call that which a trial finds different: a limit with its standard, a paper; as it stands where it has no name. */
    public Text called(String what) {
        var code = what.split("/")[0];
        return pack.limits().stream().filter(row -> row.limit().equals(code)).findFirst().map(row -> row.name())
                .or(() -> pack.checklists().stream().filter(row -> row.code().equals(code)).findFirst().map(row -> row.name()))
                .or(() -> pack.fees().stream().filter(row -> row.code().equals(code)).findFirst().map(row -> row.name())).orElse(stage(code));
    }

    /** What a row gives, as it stands in the pack: {@code voltageKv = 10}. */
    public String gives(DecisionTable.Row row) {
        return row.gives().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> entry.getKey() + " = " + entry.getValue()).collect(Collectors.joining("; "));
    }
}
