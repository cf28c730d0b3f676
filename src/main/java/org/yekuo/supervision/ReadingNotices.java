package org.yekuo.supervision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.supervision.internal.Notices;

/** A person's box (站内消息): what she has not read, and all of it, the newest first. */
@Component
public class ReadingNotices {

    private static final int PAGE = 50;

    /**
     * One message.
     *
     * @param kind  names its sentence, {@code supervision.notice.<kind>}
     * @param args  what the sentence names, in its order
     * @param about the number of the supervision, or what was urged, as {@link About} has it
     */
    public record Notice(long id, String caseNo, String kind, List<String> args, String about, Instant at, boolean read) {}

    /** @param next the id after which the next page begins */
    public record Page(List<Notice> items, @Nullable Long next) {}

    private final Notices notices;

    ReadingNotices(Notices notices) {
        this.notices = notices;
    }

    /** How many she has not read. */
    @Transactional(readOnly = true)
    public long unread(String staffNo) {
        return notices.unread(staffNo);
    }

    @Transactional(readOnly = true)
    public Page page(String staffNo, @Nullable Long before) {
        var rows = notices.page(staffNo, before == null ? Long.MAX_VALUE : before, PAGE + 1);
        boolean more = rows.size() > PAGE;
        var items = more ? rows.subList(0, PAGE) : rows;
        return new Page(List.copyOf(items), more ? items.getLast().id() : null);
    }

    /** Marks one as read and answers it; nothing where it is not hers. */
    @Transactional
    public java.util.Optional<Notice> open(String staffNo, long id) {
        return notices.read(staffNo, id);
    }

    @Transactional
    public void readAll(String staffNo) {
        notices.readAll(staffNo);
    }
}
