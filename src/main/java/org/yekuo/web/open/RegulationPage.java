package org.yekuo.web.open;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.regulation.FeeItem;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.regulation.Regulations;
import org.yekuo.regulation.Standard;
import org.yekuo.vocabulary.Text;
import org.yekuo.web.form.IntakeSheet;
import org.yekuo.web.form.PageField.Option;
import org.yekuo.web.internal.ProcedureDrawing;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is open to everybody (办事公开, 细则 2.4): procedures, papers, limits, fees, promises and rights, from the pack in force, each with its clause. */
@Controller
class RegulationPage {

    /** Facts a reader need not weigh where they make no difference. */
    private static final Set<String> FINE = Set.of("constrained", "voltageKv");

    private static final List<String> WORDS = List.of("no-designation", "rights", "promises", "prohibitions");

    /** A procedure, drawn, with what a customer wants to know of it. */
    record Way(Procedure procedure, ProcedureDrawing drawing) {}

    /** A limit by its name: rows with their conditions in words. */
    record Limits(Text name, List<Days> rows) {}

    /** How long, for whom, and by which clause. */
    record Days(String when, LimitRow row) {}

    /** Something said in both languages with the clause it rests on. */
    record Said(Text text, String clause) {}

    record Words(Text name, List<Said> rows) {}

    private final Regulations regulations;
    private final IntakeSheet sheet;
    private final Conditions conditions;
    private final BusinessClock clock;
    private final JsonMapper json;

    RegulationPage(Regulations regulations, IntakeSheet sheet, Conditions conditions, BusinessClock clock, JsonMapper json) {
        this.regulations = regulations;
        this.sheet = sheet;
        this.conditions = conditions;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping("/open/regulation")
    String show(@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on, Model model) {
        var day = on == null ? clock.today() : on;
        var pack = regulations.inForce(day).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("pack", pack);
        model.addAttribute("on", day);
        model.addAttribute("ways", pack.procedures().stream().map(procedure -> new Way(procedure, ProcedureDrawing.of(procedure, Map.of()))).toList());
        model.addAttribute("limits", limits(pack));
        model.addAttribute("papers", papers(pack));
        model.addAttribute("fees", pack.fees().stream().filter(fee -> fee.status() == FeeItem.Status.CHARGEABLE).toList());
        model.addAttribute("words", WORDS.stream().flatMap(table -> words(pack, table).stream()).toList());
        return "open/regulation";
    }

    /** Four questions, and the reader's own steps, papers, days and fees; the address can be passed on. */
    @GetMapping("/open/mine")
    String mine(@RequestParam Map<String, String> asked, Model model) {
        var pack = regulations.inForce(clock.today()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var values = tree(asked);
        var options = sheet.options(pack, List.of(), List.of());
        model.addAttribute("pack", pack);
        model.addAttribute("asked", asked);
        model.addAttribute("business", options.getOrDefault("business", List.<Option>of()));
        model.addAttribute("nature", options.getOrDefault("project.nature", List.<Option>of()));
        model.addAttribute("phase", options.getOrDefault("load.phase", List.<Option>of()));
        var found = sheet.of(pack, values, asked.getOrDefault("area", "COUNTY").equals("COUNTY"), List.of());
        model.addAttribute("sheet", found);
        model.addAttribute("drawing", Optional.ofNullable(found.key()).flatMap(pack::procedure).map(procedure -> ProcedureDrawing.of(procedure, Map.of())).orElse(null));
        return "open/mine";
    }

    private ObjectNode tree(Map<String, String> asked) {
        var values = json.createObjectNode();
        values.put("business", asked.getOrDefault("business", "NEW_INSTALL"));
        values.putObject("project").put("nature", asked.getOrDefault("nature", "")).put("community", asked.getOrDefault("community", "false"));
        values.putObject("load").put(asked.getOrDefault("in", "KVA").equals("KW") ? "demandKw" : "capacityKva", asked.getOrDefault("capacity", ""))
                .put("phase", asked.getOrDefault("phase", ""));
        return values;
    }

    /** Rows that say the same for every voltage, or whether capacity is short or not, are one row to a reader. */
    private List<Limits> limits(Pack pack) {
        var byName = new LinkedHashMap<String, List<LimitRow>>();
        pack.limits().stream().filter(row -> row.standard() != Standard.ASSESSED).forEach(row -> byName.computeIfAbsent(row.limit(), any -> new ArrayList<>()).add(row));
        return byName.values().stream().map(rows -> new Limits(rows.getFirst().name(), days(pack, rows))).toList();
    }

    private List<Days> days(Pack pack, List<LimitRow> rows) {
        var groups = new LinkedHashMap<String, List<LimitRow>>();
        rows.forEach(row -> groups.computeIfAbsent(row.standard() + conditions.of(pack, row.applies(), FINE), any -> new ArrayList<>()).add(row));
        var days = new LinkedHashMap<String, Days>();
        groups.values().forEach(group -> {
            boolean alike = group.stream().map(row -> row.amount() + " " + row.unit()).distinct().count() == 1;
            group.forEach(row -> {
                var when = conditions.of(pack, row.applies(), alike ? FINE : Set.of());
                days.putIfAbsent(row.standard() + when + row.amount(), new Days(when, row));
            });
        });
        return List.copyOf(days.values());
    }

    private static List<ChecklistRow> papers(Pack pack) {
        var byCode = new LinkedHashMap<String, ChecklistRow>();
        pack.checklists().forEach(row -> byCode.putIfAbsent(row.code(), row));
        return List.copyOf(byCode.values());
    }

    static Optional<Words> words(Pack pack, String name) {
        return Optional.ofNullable(pack.tables().get(name)).map((DecisionTable table) -> new Words(table.label(), table.rows().stream()
                .map(row -> new Said(new Text(String.valueOf(row.gives().get("zh")), String.valueOf(row.gives().get("en"))), row.basis().clause().value())).toList()));
    }
}
