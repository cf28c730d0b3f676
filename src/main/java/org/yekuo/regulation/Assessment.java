package org.yekuo.regulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.YekuoException;

/**
 * By what a pack judges a unit (时限考核): the tables {@code assessment-category}, {@code assessment-weight}, {@code assessment-empty}, {@code assessment-link} and
 * {@code assessment-answer}. A case's category goes by its class and business alone, so that it can be told from its header.
 */
public final class Assessment {

    /** The category of cases nobody is judged by. */
    public static final String NONE = "NONE";

    /** What a pack of cases has to have. */
    public static final List<String> TABLES = List.of("assessment-category", "assessment-weight", "assessment-empty", "assessment-link", "assessment-answer");

    private static final Set<String> ASKED = Set.of("class", "business");

    /** How cases of a class and business are judged. */
    public record Judged(String consumerClass, String business, String category) {}

    /** How much of the whole rate a category makes up. */
    public record Weight(String category, BigDecimal weight, Text name, Basis basis) {}

    /**
     * A link of the way to power (环节) that is judged.
     *
     * @param link      the capital letter by which a case's row keeps it
     * @param limits    the limits that measure it, all of them
     * @param standards whose rounds count: of each limit those of the first standard the case has
     */
    public record Link(String category, String link, List<String> limits, List<Standard> standards, Text name, Basis basis) {}

    /** The field of a stage's result in which a customer says how content she is. */
    public record AnswerField(String stage, String field) {}

    private final Pack pack;

    public Assessment(Pack pack) {
        this.pack = pack;
    }

    /** Whether the pack says how a unit is judged; packs published before it could be said do not. */
    public boolean isSaid() {
        return pack.tables().keySet().containsAll(TABLES);
    }

    public List<Judged> judged() {
        var all = new ArrayList<Judged>();
        if (!pack.tables().containsKey("assessment-category")) {
            return all;
        }
        for (var consumerClass : words("class")) {
            for (var business : words("business")) {
                pack.one("assessment-category", new Facts(Map.of("class", consumerClass, "business", business)))
                        .ifPresent(row -> all.add(new Judged(consumerClass, business, text(row, "category"))));
            }
        }
        return all;
    }

    public List<Weight> weights() {
        return rows("assessment-weight").stream().map(row -> new Weight(text(row, "category"), new BigDecimal(text(row, "weight")), name(row), row.basis())).toList();
    }

    public List<Link> links() {
        return rows("assessment-link").stream().map(row -> new Link(text(row, "category"), text(row, "link"), texts(row, "limits"),
                texts(row, "standards").stream().map(Standard::valueOf).toList(), name(row), row.basis())).toList();
    }

    public List<AnswerField> answers() {
        return rows("assessment-answer").stream().map(row -> new AnswerField(text(row, "stage"), text(row, "field"))).toList();
    }

    /** What is done with the weight of a category that has no cases, in words, with what it rests on. */
    public DecisionTable.Row empty() {
        return rows("assessment-empty").getFirst();
    }

    /** What is wrong with it, by table; a complete pack in which something is wrong is refused. */
    public Map<String, Set<String>> faults() {
        var faults = new LinkedHashMap<String, Set<String>>();
        var weights = readable("assessment-weight", this::weights, faults);
        var links = readable("assessment-link", this::links, faults);
        readable("assessment-answer", this::answers, faults);
        if (rows("assessment-category").stream().anyMatch(row -> !ASKED.containsAll(row.applies().conditions().keySet()))) {
            fault(faults, "assessment-category", "asks for more than class and business; the category must be told from a case's header.");
        }
        var weighed = weights.stream().map(Weight::category).toList();
        judged().stream().map(Judged::category).filter(category -> !category.equals(NONE) && !weighed.contains(category)).distinct().forEach(category ->
                fault(faults, "assessment-category", "names the category " + category + ", which has no weight."));
        if (!weights.isEmpty() && weights.stream().map(Weight::weight).reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(BigDecimal.ONE) != 0) {
            fault(faults, "assessment-weight", "has weights that do not add up to 1.");
        }
        judged().stream().map(Judged::category).filter(category -> !category.equals(NONE) && links.stream().noneMatch(link -> link.category().equals(category))).distinct()
                .forEach(category -> fault(faults, "assessment-link", "has no link for the category " + category + "."));
        var known = pack.limits().stream().map(LimitRow::limit).distinct().toList();
        for (var link : links) {
            if (!link.link().matches("[A-Z]")) {
                fault(faults, "assessment-link", "gives " + link.link() + " as a link, which is no capital letter.");
            }
            if (links.stream().anyMatch(other -> other.link().equals(link.link()) && !other.name().equals(link.name()))) {
                fault(faults, "assessment-link", "has two names for the link " + link.link() + ".");
            }
            if (links.stream().anyMatch(other -> other != link && other.category().equals(link.category()) && other.link().equals(link.link()))) {
                fault(faults, "assessment-link", "has the link " + link.link() + " twice in the category " + link.category() + ".");
            }
            link.limits().stream().filter(limit -> !known.contains(limit)).forEach(limit ->
                    fault(faults, "assessment-link", "names the limit " + limit + ", which the pack does not have."));
        }
        return faults;
    }

    private static <T> List<T> readable(String table, Supplier<List<T>> reading, Map<String, Set<String>> faults) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | YekuoException unreadable) {
            fault(faults, table, "lacks a measure, or gives one that can't be read.");
            return List.of();
        }
    }

    private static void fault(Map<String, Set<String>> faults, String table, String sentence) {
        faults.computeIfAbsent(table, none -> new LinkedHashSet<>()).add(sentence);
    }

    private List<DecisionTable.Row> rows(String table) {
        var found = pack.tables().get(table);
        return found == null ? List.of() : found.rows();
    }

    private List<String> words(String fact) {
        return pack.facts().stream().filter(one -> one.name().equals(fact)).flatMap(one -> one.words().stream()).toList();
    }

    private static Text name(DecisionTable.Row row) {
        return new Text(text(row, "name"), text(row, "nameEn"));
    }

    private static List<String> texts(DecisionTable.Row row, String key) {
        return row.gives().get(key) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of(text(row, key));
    }

    private static String text(DecisionTable.Row row, String key) {
        var value = row.gives().get(key);
        if (value == null) {
            throw new YekuoException("regulation.no-assessment", "The row " + row.id() + " gives no " + key + ".");
        }
        return value.toString();
    }
}
