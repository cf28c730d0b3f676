package org.yekuo.web.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.language.Sentences;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.DayUnit;
import org.yekuo.regulation.Evaluation;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.FeeItem;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.stage.acceptance.Paper;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageField.Option;
import tools.jackson.databind.JsonNode;

/** What an application in the making leads to under a pack (受理试算): class, procedure, limits, and its list of papers to be ticked off. */
@Component
public class IntakeSheet {

    /** Facts of the intake, by where the form asks them. */
    private static final Map<String, String> FACTS = Map.ofEntries(Map.entry("business", "business"), Map.entry("project.nature", "nature"),
            Map.entry("project.community", "community"), Map.entry("project.specialTrade", "specialTrade"), Map.entry("load.phase", "phaseKind"),
            Map.entry("load.capacityKva", "capacityKva"), Map.entry("load.demandKw", "demandKw"), Map.entry("load.sources", "sources"),
            Map.entry("load.circuits", "circuits"), Map.entry("load.importance", "importance"), Map.entry("load.specialLoad", "specialLoad"));

    private static final java.math.BigDecimal COS_PHI = new java.math.BigDecimal("0.9");

    /** A paper of the list: its place in the form, its fields, and what is said about it. */
    public record Listed(int place, ChecklistRow row, boolean atOnce, boolean ticked, List<PageField> fields) {}

    /** Papers that stand together on the list: alternatives, any one of which will do, or one that stands alone. */
    public record PaperSet(boolean choice, List<Listed> papers) {}

    /**
     * @param known    whether enough was said to look anything up
     * @param key      the procedure's key
     * @param steps    what concerns the customer, in order, as it usually goes
     * @param limits   limits a customer reads of: the committed ones
     * @param due      by the row's id, the latest day of a limit that begins with acceptance, were it accepted today
     */
    public record Sheet(
            boolean known, Text customerClass, @Nullable String key, @Nullable Text procedure, List<Text> steps, List<String> voltages, List<LimitRow> limits, Map<String, LocalDate> due,
            List<Listed> papers, List<FeeItem> fees, List<Violation> faults) {

        static Sheet unknown(List<Violation> faults) {
            return new Sheet(false, new Text("", ""), null, null, List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), faults);
        }

        /** The papers with alternatives side by side, in the order of the list. */
        public List<PaperSet> sets() {
            var sets = new LinkedHashMap<String, List<Listed>>();
            papers.forEach(paper -> sets.computeIfAbsent(paper.row().group() == null ? "/" + paper.row().code() : paper.row().group(), any -> new ArrayList<>()).add(paper));
            return sets.values().stream().map(set -> new PaperSet(set.size() > 1, set)).toList();
        }
    }

    private final PageForms forms;
    private final Sentences sentences;
    private final WorkCalendars calendars;
    private final BusinessClock clock;

    IntakeSheet(PageForms forms, Sentences sentences, WorkCalendars calendars, BusinessClock clock) {
        this.forms = forms;
        this.sentences = sentences;
        this.calendars = calendars;
        this.clock = clock;
    }

    public static Option option(String value, String name) {
        return new Option(value, new Text(name, name));
    }

    /** What may be chosen in the application: the pack's words, with their names. */
    public Map<String, List<Option>> options(Pack pack, List<Option> halls, List<Option> units) {
        var options = new TreeMap<String, List<Option>>();
        FACTS.forEach((field, fact) -> pack.facts().stream().filter(one -> one.name().equals(fact) && one.type() == FactDeclaration.Type.WORD)
                .forEach(one -> options.put(field, one.words().stream().map(word -> new Option(word, word(fact, word))).toList())));
        options.put("hall", halls);
        options.put("unit", units);
        return options;
    }

    /** The name of a word of a fact. */
    public Text word(String fact, String word) {
        var key = "fact." + fact + "." + word;
        var said = sentences.of(key);
        return said.zh().equals(key) ? new Text(word, word) : said;
    }

    /** What the pack says for what is filled in so far. */
    public Sheet of(Pack pack, JsonNode values, boolean county, List<Violation> faults) {
        var given = given(values, county);
        if (!given.containsKey("nature") || !given.containsKey("capacityKva") || !given.containsKey("phaseKind")) {
            return Sheet.unknown(List.of());
        }
        given.keySet().retainAll(pack.facts().stream().map(FactDeclaration::name).toList());
        return switch (Evaluation.of(pack, given)) {
            case Answer.Refused<Evaluation>(var refusal) -> Sheet.unknown(refusal.violations());
            case Answer.Done<Evaluation>(var evaluation) -> sheet(pack, evaluation, values, faults);
        };
    }

    private Sheet sheet(Pack pack, Evaluation evaluation, JsonNode values, List<Violation> faults) {
        var voltages = evaluation.tables().getOrDefault("voltage", List.of()).stream().map(row -> String.valueOf(row.gives().get("voltageKv"))).distinct().toList();
        var limits = new LinkedHashMap<String, LimitRow>();
        evaluation.limits().stream().filter(row -> row.standard().name().equals("COMMITTED")).forEach(row -> limits.putIfAbsent(row.limit(), row));
        var procedure = Optional.ofNullable(evaluation.procedure()).flatMap(pack::procedure);
        return new Sheet(true, word("class", String.valueOf(evaluation.facts().getOrDefault("class", ""))), evaluation.procedure(), procedure.map(Procedure::name).orElse(null),
                procedure.map(known -> steps(pack, known)).orElse(List.of()), voltages, List.copyOf(limits.values()),
                due(limits.values()), papers(pack, evaluation.checklist(), values.path("documents"), faults), evaluation.fees(), List.of());
    }

    private static List<Text> steps(Pack pack, Procedure procedure) {
        return procedure.stages().stream().filter(stage -> stage.customerFacing() && usual(pack, stage.when())).map(StageDefinition::name).toList();
    }

    /** Whether nothing has to happen that usually doesn't, such as capacity being short. */
    private static boolean usual(Pack pack, Criteria when) {
        return pack.facts().stream().noneMatch(fact -> fact.defaultValue() != null && when.conditions().containsKey(fact.name())
                && !Objects.requireNonNull(when.conditions().get(fact.name())).holds(fact.defaultValue()));
    }

    private Map<String, LocalDate> due(Collection<LimitRow> limits) {
        var calendar = calendars.current();
        return limits.stream().filter(row -> row.starts().equals(List.of("accepted")) && row.unit() == DayUnit.WORKING_DAY)
                .collect(Collectors.toMap(LimitRow::id, row -> calendar.add(clock.today(), row.amount())));
    }

    /** Each paper keeps its place whatever else is on the list, so that a file chosen for one is never taken for another. */
    private List<Listed> papers(Pack pack, List<ChecklistRow> checklist, JsonNode documents, List<Violation> faults) {
        var papers = new ArrayList<Listed>();
        var places = pack.checklists().stream().map(ChecklistRow::code).distinct().toList();
        var rows = new LinkedHashMap<String, ChecklistRow>();
        checklist.forEach(row -> rows.putIfAbsent(row.code(), row));
        for (var row : rows.values()) {
            int i = places.indexOf(row.code());
            int posted = posted(documents, row.code());
            var fields = forms.fields(Paper.class, "documents[" + i + "]", documents.path(posted), Map.of(), moved(faults, posted, i), Map.of()).stream()
                    .filter(field -> !field.path().endsWith(".type")).toList();
            papers.add(new Listed(i, row, row.dueBy().equals("acceptance"), posted >= 0, fields));
        }
        return papers;
    }

    private static int posted(JsonNode documents, String code) {
        for (int i = 0; i < documents.size(); i++) {
            if (documents.get(i).path("type").asString("").equals(code)) {
                return i;
            }
        }
        return -1;
    }

    /** Faults name a paper by its place among those handed in; the list has it elsewhere. */
    private static List<Violation> moved(List<Violation> faults, int from, int to) {
        var before = "documents[" + from + "]";
        return faults.stream().filter(fault -> fault.field() != null && fault.field().startsWith(before))
                .map(fault -> Violation.at("documents[" + to + "]" + String.valueOf(fault.field()).substring(before.length()), fault.rule(), fault.args().toArray())).toList();
    }

    /** Both capacities, one reckoned from the other as the acceptance reckons them; a half-typed number counts as none. */
    private static Map<String, String> given(JsonNode values, boolean county) {
        var given = new TreeMap<String, String>();
        FACTS.forEach((field, fact) -> {
            var at = values.at("/" + field.replace('.', '/'));
            if (!at.isMissingNode() && !at.asString("").isBlank()) {
                given.put(fact, at.asString("").strip());
            }
        });
        var kva = number(given.get("capacityKva"));
        var kw = number(given.get("demandKw"));
        given.remove("capacityKva");
        given.remove("demandKw");
        if (kva != null || kw != null) {
            given.put("loadBasis", kva == null ? "KW" : "KVA");
            given.put("capacityKva", plain(kva == null ? java.util.Objects.requireNonNull(kw).divide(COS_PHI, 2, java.math.RoundingMode.HALF_UP) : kva));
            given.put("demandKw", plain(kw == null ? java.util.Objects.requireNonNull(kva).multiply(COS_PHI) : kw));
        }
        var unit = values.path("unit").asString("");
        given.put("area", unit.isBlank() ? county ? "COUNTY" : "CITY" : unit.length() == 6 ? "COUNTY" : "CITY");
        given.put("agent", String.valueOf(!values.path("applicant").path("agent").isMissingNode()));
        return given;
    }

    private static String plain(java.math.BigDecimal number) {
        return number.toPlainString();
    }

    private static java.math.@Nullable BigDecimal number(@Nullable String text) {
        try {
            var number = text == null ? null : new java.math.BigDecimal(text);
            return number == null || number.signum() <= 0 ? null : number;
        } catch (NumberFormatException halfTyped) {
            return null;
        }
    }
}
