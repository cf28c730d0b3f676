package org.yekuo.supervision;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.Assessment;
import org.yekuo.stage.callback.CalledBack;
import org.yekuo.vocabulary.Text;

/**
 * The arithmetic of indicators (指标): what a number of ended cases amounts to. Pure.
 *
 * @param alike    how many cases of the period are alike in all that counts
 * @param weights  what the pack says of the categories
 */
public record Indicators(List<Alike> alike, List<Assessment.Weight> weights) {

    private static final String ARCHIVED = "ARCHIVED";
    private static final int SHOWN = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Cases that are alike, with their sums.
     *
     * @param unit    the unit they are counted under
     * @param inside  whether they ended in the period, and not only in the months shown before it
     * @param due     the letters of the links that were due
     * @param late    those that were late
     * @param powered how many got power, the {@code processDays} of all of them together
     */
    public record Alike(String unit, YearMonth month, boolean inside, String category, String ending, String due, String late, String answer,
            long cases, long explained, long companyDays, long powered, long processDays) {

        boolean archived() {
            return ending.equals(ARCHIVED);
        }

        boolean judged() {
            return archived() && !category.equals(Assessment.NONE);
        }
    }

    /** So many of so many; no percentage of none. */
    public record Ratio(long of, long among) {

        /** Two decimals; what is not all is never shown as a hundred. */
        public @Nullable BigDecimal percent() {
            return among == 0 ? null : shown(BigDecimal.valueOf(of).divide(BigDecimal.valueOf(among), MathContext.DECIMAL64).multiply(HUNDRED));
        }

        public long rest() {
            return among - of;
        }
    }

    /** The rate of a category, and how much of the whole it makes up once the weights of those without cases are shared out. */
    public record Category(String key, Text name, BigDecimal weight, Ratio onTime, BigDecimal share) {}

    /** A link: how often it was due in a category, and in time; of the late ones how many were explained as a whole case. */
    public record Link(String category, String link, Ratio onTime) {}

    /** A unit's or a month's line. */
    public record Line(String key, Indicators indicators) {}

    public Indicators {
        alike = List.copyOf(alike);
        weights = List.copyOf(weights);
    }

    /** Those of the period itself. */
    public Indicators inside() {
        return only(Alike::inside);
    }

    /** 时限达标率 by category: of the archived cases those of which every link was in time. */
    public List<Category> categories() {
        var all = weights.stream().map(weight -> new Category(weight.category(), weight.name(), weight.weight(), onTime(one -> one.category().equals(weight.category())), BigDecimal.ZERO)).toList();
        var weighed = all.stream().filter(category -> category.onTime().among() > 0).map(Category::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return all.stream().map(category -> category.onTime().among() == 0 ? category
                : new Category(category.key(), category.name(), category.weight(), category.onTime(), category.weight().divide(weighed, MathContext.DECIMAL64))).toList();
    }

    /** 时限达标率, per cent: the categories by their weights; null where nothing was archived that is judged. */
    public @Nullable BigDecimal rate() {
        var parts = categories().stream().filter(category -> category.onTime().among() > 0).toList();
        if (parts.isEmpty()) {
            return null;
        }
        var weighed = parts.stream().map(Category::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return shown(parts.stream().map(part -> part.weight().multiply(HUNDRED).multiply(BigDecimal.valueOf(part.onTime().of()))
                .divide(BigDecimal.valueOf(part.onTime().among()), MathContext.DECIMAL64)).reduce(BigDecimal.ZERO, BigDecimal::add).divide(weighed, MathContext.DECIMAL64));
    }

    /** Whether a category has no cases, and its weight is shared out. */
    public boolean shared() {
        var categories = categories();
        return categories.stream().anyMatch(category -> category.onTime().among() == 0) && categories.stream().anyMatch(category -> category.onTime().among() > 0);
    }

    /** Of all that is judged. */
    public Ratio onTime() {
        return onTime(one -> true);
    }

    private Ratio onTime(Predicate<Alike> which) {
        return new Ratio(sum(one -> one.judged() && which.test(one) && one.late().isEmpty(), Alike::cases), sum(one -> one.judged() && which.test(one), Alike::cases));
    }

    /** Single links (单环节达标率): in time of those due. */
    public List<Link> links() {
        return alike.stream().filter(Alike::judged).flatMap(one -> Arrays.stream(one.due().split("")).map(link -> new Link(one.category(), link, new Ratio(0, 0)))).distinct()
                .sorted(Comparator.comparing(Link::category).thenComparing(Link::link))
                .map(link -> new Link(link.category(), link.link(), new Ratio(due(link, one -> !one.late().contains(link.link())), due(link, one -> true)))).toList();
    }

    private long due(Link link, Predicate<Alike> which) {
        return sum(one -> one.judged() && one.category().equals(link.category()) && one.due().contains(link.link()) && which.test(one), Alike::cases);
    }

    /** Late cases of which everything late was explained before its day. */
    public long explained() {
        return sum(Alike::judged, Alike::explained);
    }

    public long archived() {
        return sum(Alike::archived, Alike::cases);
    }

    /** Archived, and judged by nobody: temporary supplies, and those of which no link was due. */
    public long notJudged() {
        return archived() - onTime().among();
    }

    /** Ended without being archived: withdrawn, terminated, expired. They stand in no denominator. */
    public long unfinished() {
        return sum(one -> !one.archived(), Alike::cases);
    }

    /** 平均接电时间, working days of the company for each judged case; null where there is none. */
    public @Nullable BigDecimal companyDays() {
        return mean(sum(Alike::judged, Alike::companyDays), onTime().among());
    }

    /** 全过程, calendar days from acceptance to power; null where nothing got power. */
    public @Nullable BigDecimal processDays() {
        return mean(sum(Alike::judged, Alike::processDays), sum(Alike::judged, Alike::powered));
    }

    /** 回访率: called back of those archived. */
    public Ratio called() {
        return new Ratio(sum(one -> one.archived() && !one.answer().isEmpty(), Alike::cases), archived());
    }

    /** 回访满意率: satisfied and basically satisfied of those reached. */
    public Ratio content() {
        return new Ratio(answered(CalledBack.Answer.SATISFIED) + answered(CalledBack.Answer.BASICALLY_SATISFIED),
                called().of() - answered(CalledBack.Answer.NOT_REACHED));
    }

    public long answered(CalledBack.Answer answer) {
        return sum(one -> one.archived() && one.answer().equals(answer.name()), Alike::cases);
    }

    /** By unit, in the order of their codes. */
    public List<Line> units() {
        return lines(Alike::unit);
    }

    /** By the month of the archive. */
    public List<Line> months() {
        return lines(one -> one.month().toString());
    }

    private List<Line> lines(Function<Alike, String> by) {
        return alike.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList())).entrySet().stream()
                .map(one -> new Line(one.getKey(), new Indicators(one.getValue(), weights))).toList();
    }

    private Indicators only(Predicate<Alike> which) {
        return new Indicators(alike.stream().filter(which).toList(), weights);
    }

    private long sum(Predicate<Alike> which, ToLongFunction<Alike> what) {
        return alike.stream().filter(which).mapToLong(what).sum();
    }

    private static @Nullable BigDecimal mean(long sum, long among) {
        return among == 0 ? null : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(among), 1, RoundingMode.HALF_UP);
    }

    private static BigDecimal shown(BigDecimal percent) {
        var rounded = percent.setScale(SHOWN, RoundingMode.HALF_UP);
        return rounded.compareTo(HUNDRED) == 0 && percent.compareTo(HUNDRED) < 0 ? percent.setScale(SHOWN, RoundingMode.DOWN) : rounded;
    }
}
