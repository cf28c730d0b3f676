package org.yekuo.casework.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.ReadingChain.Chain;
import org.yekuo.casework.ReadingChain.Days;
import org.yekuo.casework.ReadingChain.Link;
import org.yekuo.casework.ReadingChain.Sum;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.regulation.DayUnit;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/** Reads all cases of one need together. */
@Component
public class ChainReader {

    private final CaseStore store;
    private final Sight sight;
    private final LinkStore links;
    private final CaseReader reader;

    ChainReader(CaseStore store, Sight sight, LinkStore links, CaseReader reader) {
        this.store = store;
        this.sight = sight;
        this.links = links;
        this.reader = reader;
    }

    public Optional<Chain> chain(CaseNo no, Actor actor) {
        return reader.file(no, actor).map(mine -> {
            var cases = links.chain(no).stream().flatMap(other -> store.read(other).stream()).map(file -> link(file, sight.sees(actor, file))).toList();
            return new Chain(cases, sums(cases));
        });
    }

    private Link link(CaseFile file, boolean seen) {
        return new Link(file.no, file.status.name(), seen, file.facts.text("class").filter(word -> seen).orElse(null),
                seen ? file.application.load().capacityKva().toPlainString() : null, file.handledBy.value(), file.registeredOn, file.acceptedOn, file.endedOn,
                days(reader.limits(file)));
    }

    private static List<Days> days(List<ReadingCase.Limit> rounds) {
        var byLimit = rounds.stream().filter(round -> round.unit().equals(DayUnit.WORKING_DAY.name()))
                .collect(Collectors.groupingBy(round -> round.limit() + "/" + round.standard(), LinkedHashMap::new, Collectors.toList()));
        var days = new ArrayList<Days>();
        byLimit.forEach((key, mine) -> {
            var last = mine.getLast();
            days.add(new Days(last.limit(), last.name(), last.standard(), mine.stream().mapToInt(round -> round.used() - round.carried()).sum(),
                    mine.getFirst().carried(), last.amount(), last.verdict()));
        });
        return days;
    }

    private static List<Sum> sums(List<Link> cases) {
        var sums = new LinkedHashMap<String, Sum>();
        for (var link : cases) {
            for (var days : link.limits()) {
                sums.merge(days.limit() + "/" + days.standard(), new Sum(days.limit(), days.name(), days.standard(), days.own()),
                        (one, other) -> new Sum(one.limit(), other.name(), one.standard(), one.days() + other.days()));
            }
        }
        return List.copyOf(sums.values());
    }
}
