package org.yekuo.web.open;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yekuo.regulation.Condition;
import org.yekuo.regulation.Criteria;
import org.yekuo.regulation.FactDeclaration;
import org.yekuo.regulation.Pack;
import org.yekuo.web.form.IntakeSheet;
import org.yekuo.web.internal.Say;

/** Puts the conditions of a row into words (适用条件): the fact's name and what it must be. Templates know it as {@code conditions}. */
@Component("conditions")
public class Conditions {

    private final IntakeSheet sheet;
    private final Say say;

    Conditions(IntakeSheet sheet, Say say) {
        this.sheet = sheet;
        this.say = say;
    }

    public String of(Pack pack, Criteria criteria) {
        return of(pack, criteria, Set.of());
    }

    /** The conditions without those on some facts. */
    String of(Pack pack, Criteria criteria, Set<String> without) {
        var said = criteria.conditions().entrySet().stream().filter(entry -> !without.contains(entry.getKey())).sorted(Map.Entry.comparingByKey()).toList();
        return said.isEmpty() ? say.key("web.open.always") : said.stream()
                .map(entry -> label(pack, entry.getKey()) + " " + said(entry.getKey(), entry.getValue())).collect(Collectors.joining(say.chinese() ? "；" : "; "));
    }

    private String label(Pack pack, String fact) {
        return pack.facts().stream().filter(one -> one.name().equals(fact)).findFirst().map(FactDeclaration::label).map(say::of).orElseGet(() -> say.keyOr("field." + fact, fact));
    }

    private String said(String fact, Condition condition) {
        return switch (condition) {
            case Condition.OneOf(var words) -> words.stream().sorted().map(word -> say.of(sheet.word(fact, word))).collect(Collectors.joining(say.chinese() ? "、" : ", "));
            case Condition.Is(boolean yes) -> say.key(yes ? "word.YES" : "word.NO");
            case Condition.Range range -> range(range);
        };
    }

    private static String range(Condition.Range range) {
        if (range.from() != null && range.from().equals(range.upTo())) {
            return say(range.from());
        }
        var low = range.from() != null ? "≥ " + say(range.from()) : range.above() != null ? "> " + say(range.above()) : "";
        var high = range.upTo() != null ? "≤ " + say(range.upTo()) : range.below() != null ? "< " + say(range.below()) : "";
        return low.isEmpty() || high.isEmpty() ? low + high : low + " " + high;
    }

    private static String say(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
