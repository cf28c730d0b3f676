package org.yekuo.stage.inspection.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.CaseView;
import org.yekuo.stage.inspection.Checked;
import org.yekuo.stage.inspection.Inspection;

/** What the customer gets in writing (缺陷整改通知单, 检验单): every defect at once, each with article and deadline. */
final class Notices {

    private Notices() {}

    static Map<String, Object> content(CaseView view, Inspection result, Items items) {
        var content = new TreeMap<String, Object>();
        content.put("customerName", view.application().customerName());
        content.put("address", view.application().address());
        content.put("phase", view.phase());
        content.put("round", view.round());
        content.put("arrivedOn", result.arrivedOn().toString());
        content.put("inspectors", result.inspectors());
        content.put("conclusion", result.conclusion().name());
        content.put("conclusionName", result.conclusion());
        content.put("phased", view.phase() > 0 && view.facts().isTrue("phased"));
        content.put("items", result.itemsOrNone().stream().map(checked -> checked(checked, items)).toList());
        content.put("defects", defects(result, items));
        put(content, "notReadyBecause", result.notReadyBecause());
        return content;
    }

    static void put(Map<String, Object> content, String name, @Nullable Object value) {
        if (value != null) {
            content.put(name, value);
        }
    }

    private static Map<String, Object> checked(Checked checked, Items items) {
        var line = new TreeMap<String, Object>(Map.of("name", items.name(checked.item()), "verdict", checked.verdict()));
        var note = checked.note();
        if (note != null) {
            line.put("note", note);
        }
        return line;
    }

    private static List<Map<String, Object>> defects(Inspection result, Items items) {
        return result.defectsOrNone().stream().map(defect -> Map.<String, Object>of(
                "item", items.name(defect.item()), "text", defect.text(), "article", defect.article(), "deadline", defect.deadline().toString())).toList();
    }
}
