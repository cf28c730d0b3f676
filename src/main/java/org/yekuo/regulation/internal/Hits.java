package org.yekuo.regulation.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yekuo.regulation.Criteria;
import org.yekuo.vocabulary.Facts;

/** Counts how many rows apply to each combination of facts and says where there is none, or more than one. */
final class Hits<R> {

    private final Combinations combinations;
    private final Faults faults;
    private final String file;
    private final Function<R, Criteria> applies;
    private final Function<R, String> id;

    Hits(Combinations combinations, Faults faults, String file, Function<R, Criteria> applies, Function<R, String> id) {
        this.combinations = combinations;
        this.faults = faults;
        this.file = file;
        this.applies = applies;
        this.id = id;
    }

    /**
     * @param what     of what the rows are
     * @param within   criteria that narrow the combinations asked for; all must be met
     * @param required whether a combination without a row is a gap
     * @param single   whether a combination with two rows is an overlap
     */
    void check(String what, List<R> rows, Collection<Criteria> within, boolean required, boolean single) {
        check(what, rows, within, facts -> within.stream().allMatch(criteria -> criteria.match(facts)), required, single);
    }

    void check(String what, List<R> rows, Collection<Criteria> asked, Predicate<Facts> within, boolean required, boolean single) {
        Map<List<String>, Facts> wrong = new LinkedHashMap<>();
        try {
            combinations.each(Stream.concat(rows.stream().map(applies), asked.stream()).toList(), facts -> {
                if (within.test(facts)) {
                    var hits = rows.stream().filter(row -> applies.apply(row).match(facts)).map(id).toList();
                    if (hits.isEmpty() && required || hits.size() > 1 && single) {
                        wrong.putIfAbsent(hits, facts);
                    }
                }
            });
        } catch (Combinations.TooMany tooMany) {
            faults.add(file, what, tooMany.sentence());
        }
        wrong.forEach((hits, facts) -> faults.add(file, hits.isEmpty() ? what : String.join(", ", hits), hits.isEmpty()
                ? "no row of " + what + " applies " + Combinations.words(facts) + "."
                : "more than one row of " + what + " applies " + Combinations.words(facts) + "."));
    }
}
