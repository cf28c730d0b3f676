package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.InboxStore;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.UnitCode;

/** The worklist (待办): open parts a person may do, by due day, in keyset pages. One list for all her hats. */
@Component
public class ReadingInbox {

    /**
     * Which parts. MINE: assigned to her, or to nobody while she holds the role. TEAM: all of her roles in her units. OVERDUE: of those, the
     * late. WAITING: her cases that wait on others. SUSPENDED: her cases whose clocks stand.
     */
    public enum View { MINE, TEAM, OVERDUE, WAITING, SUSPENDED }

    /**
     * What to show.
     *
     * @param unit   only parts of this unit, or null
     * @param role   only parts of this role, or null
     * @param words  case number, customer, address, or the last four digits of the phone; or null
     * @param cursor where the last page ended, or null for the first
     */
    public record Query(View view, @Nullable UnitCode unit, @Nullable Role role, @Nullable String words, @Nullable String cursor, int size) {}

    /** One part to do; those of a green channel (绿色通道) come first. */
    public record Item(
            String caseNo, String customer, String address, String stage, int phase, int round, String part, boolean lead, String role,
            String responsibleUnit, @Nullable String assignee, @Nullable LocalDate dueOn, @Nullable Integer daysLeft, String state,
            boolean greenChannel) {}

    /** A page, how many there are in all, and where the next begins. */
    public record Page(List<Item> items, long total, @Nullable String next) {}

    private final InboxStore store;

    ReadingInbox(InboxStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public Page read(String staffNo, Query query) {
        return store.page(staffNo, query);
    }
}
