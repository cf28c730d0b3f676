package org.yekuo.stage.temporary;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.stage.temporary.internal.TemporarySupplyStore;
import org.yekuo.vocabulary.UnitCode;

/** Reads temporary supplies within a person's scope, the one that ends first at the head; expired ones are tasks. */
@Component
public class ReadingTemporarySupplies {

    /**
     * @param unit     only those handled by this unit or below, or null
     * @param endingBy only those that end by this day, or null
     * @param after    case number the last page ended with, or null
     */
    public record Query(TemporarySupply.@Nullable State state, @Nullable UnitCode unit, @Nullable LocalDate endingBy, @Nullable String after, int size) {}

    /** @param daysLeft days to the last day, negative when it is past */
    public record Item(TemporarySupply supply, long daysLeft) {}

    /** A page and where the next begins. */
    public record Page(List<Item> items, @Nullable String next) {}

    private final TemporarySupplyStore store;
    private final Organisation organisation;
    private final BusinessClock clock;

    ReadingTemporarySupplies(TemporarySupplyStore store, Organisation organisation, BusinessClock clock) {
        this.store = store;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page read(String staffNo, Query query) {
        var today = clock.today();
        var size = Math.clamp(query.size(), 1, 100);
        var units = organisation.scope(staffNo, today).units();
        var found = store.page(units, query, size + 1);
        boolean more = found.size() > size;
        var items = (more ? found.subList(0, size) : found).stream()
                .map(supply -> new Item(supply, java.time.temporal.ChronoUnit.DAYS.between(today, supply.until()))).toList();
        return new Page(items, more ? items.getLast().supply().caseNo().value() : null);
    }
}
