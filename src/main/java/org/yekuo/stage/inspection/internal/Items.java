package org.yekuo.stage.inspection.internal;

import java.util.List;
import java.util.stream.Stream;
import org.yekuo.casework.CaseView;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.vocabulary.Text;

/**
 * What is looked at (检验项), as the pack has it for this customer. One that a site does not have is answered with "not applicable", so that nothing is
 * passed over in silence.
 */
record Items(List<Item> all) {

    record Item(String code, Text name) {}

    static Items of(CaseView view, String stage) {
        return new Items(rows(view, stage, "inspection-items").map(row -> new Item(said(row, "code"), new Text(said(row, "name"), said(row, "nameEn")))).toList());
    }

    /** Whether somebody's licence is looked at in this stage. */
    static boolean licenceNeeded(CaseView view, String stage, String field) {
        return rows(view, stage, "inspection-licences").anyMatch(row -> said(row, "field").equals(field));
    }

    private static Stream<DecisionTable.Row> rows(CaseView view, String stage, String table) {
        return view.pack().all(table, view.facts()).stream().filter(row -> said(row, "stage").equals(stage));
    }

    private static String said(DecisionTable.Row row, String name) {
        return String.valueOf(row.gives().get(name));
    }

    boolean has(String code) {
        return all.stream().anyMatch(item -> item.code().equals(code));
    }

    String name(String code) {
        return all.stream().filter(item -> item.code().equals(code)).map(item -> item.name().zh()).findFirst().orElse(code);
    }
}
