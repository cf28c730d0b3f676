package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.InboxStore;
import org.yekuo.form.PageOf;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;

/** The worklist (待办): open parts a person may do, by due day, in keyset pages. One list for all her hats. */
@Component
public class ReadingInbox {

    /**
     * Which parts. MINE: assigned to her, or to nobody while she holds the role. TEAM: all of her roles in her units. OVERDUE: of those, the
     * late. WAITING: what her cases wait for others with, the customer included. SUSPENDED: her cases whose clocks stand. DONE (办结): what she closed
     * herself, the newest first.
     */
    public enum View { MINE, TEAM, OVERDUE, WAITING, SUSPENDED, DONE }

    /** How urgent: NORMAL, DUE_NEXT (today or on the next working day), OVERDUE. */
    public enum State { NORMAL, DUE_NEXT, OVERDUE }

    /**
     * What to show.
     *
     * @param unit   only parts of this unit, or null
     * @param role   only parts of this role, or null
     * @param stage  only this stage, or null
     * @param state  only what is so urgent, or null
     * @param words  case number, customer, address, or the last four digits of the phone; or null
     * @param cursor where the last page ended, or null for the first
     */
    public record Query(View view, @Nullable UnitCode unit, @Nullable Role role, @Nullable String stage, @Nullable State state, @Nullable String words,
            @Nullable String cursor, int size) {

        public Query(View view, @Nullable UnitCode unit, @Nullable Role role, @Nullable String words, @Nullable String cursor, int size) {
            this(view, unit, role, null, null, words, cursor, size);
        }

        /** The same of another view. */
        public Query in(View other) {
            return new Query(other, unit, role, stage, state, words, cursor, size);
        }
    }

    /**
     * One part to do; those of a green channel (绿色通道) come first.
     *
     * @param role     whose it is; {@code CUSTOMER} where the stage waits for her request
     * @param days     how many working days the part has
     * @param openedOn since when it waits
     * @param why      why it is due then; null where it is not due on a day
     * @param closedOn when she closed it, among what is done
     */
    public record Item(
            String caseNo, String customer, String address, String stage, int phase, int round, String part, boolean lead, String role,
            String responsibleUnit, @Nullable String assignee, @Nullable LocalDate dueOn, @Nullable Integer daysLeft, String state,
            boolean greenChannel, int days, @Nullable LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable Text why) {}

    /** A page, how many there are in all, and where the next begins. */
    public record Page(List<Item> items, long total, @Nullable String next) {}

    /** A page, and how many each view holds under the same search and filters. */
    public record Desk(PageOf<Item> page, Map<View, Long> counts) {}

    private final InboxStore store;

    ReadingInbox(InboxStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public Page read(String staffNo, Query query) {
        var page = page(staffNo, query);
        return new Page(page.items(), count(staffNo, query), page.next());
    }

    /** A page alone, for whoever knows how many there are or need not. */
    @Transactional(readOnly = true)
    public PageOf<Item> page(String staffNo, Query query) {
        return store.page(staffNo, query);
    }

    /** How many there are, without reading them. */
    @Transactional(readOnly = true)
    public long count(String staffNo, Query query) {
        return store.count(staffNo, query);
    }

    /** A page and how many each view holds, read together. */
    @Transactional(readOnly = true)
    public Desk desk(String staffNo, Query query) {
        return store.desk(staffNo, query);
    }
}
