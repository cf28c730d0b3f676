package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.OpenStageStore;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/**
 * Reads which cases stand at given stages (在办环节), of the units a person may see, by the latest day of what runs toward the customer, in keyset pages.
 */
@Component
public class ReadingOpenStages {

    /**
     * What to show.
     *
     * @param stages  the stages' keys
     * @param unit    only what this unit handles, or null
     * @param waiting whether also what waits for the customer's request
     * @param dueBy   only what has its latest day by this day, or null
     * @param cursor  where the last page ended, or null for the first
     */
    public record Query(Set<String> stages, @Nullable UnitCode unit, boolean waiting, @Nullable LocalDate dueBy, @Nullable String cursor, int size) {}

    /**
     * A case at a stage.
     *
     * @param state    OPEN, or WAITING for the customer
     * @param latestOn the latest day of the limits that run toward the customer, or null where none runs
     */
    public record Item(CaseNo caseNo, String customer, String address, UnitCode handledBy, @Nullable String owner, String stage, int phase, int round, String state,
            @Nullable LocalDate latestOn) {}

    /** A page and where the next begins. */
    public record Page(List<Item> items, long total, @Nullable String next) {}

    private final OpenStageStore store;

    ReadingOpenStages(OpenStageStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public Page read(String staffNo, Query query) {
        return store.page(staffNo, query);
    }
}
