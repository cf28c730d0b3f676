package org.yekuo.casework.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingInbox;

/** What a person has closed (办结), the newest first, paged by key. */
@Component
public class ClosedParts {

    private static final String KEY = "p.closed_on desc, p.case_no desc, p.stage desc, p.phase desc, p.round desc, p.part desc";

    // part_closed_by
    private static final String CLOSED = "from stage_part p where p.closed_by = ? and ";

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final WorkCalendars calendars;

    ClosedParts(JdbcClient jdbc, BusinessClock clock, WorkCalendars calendars) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.calendars = calendars;
    }

    public long count(String staffNo, ReadingInbox.Query query) {
        var search = new InboxSearch().filters(query);
        return jdbc.sql("select count(*) " + CLOSED + search.text()).param(staffNo).params(search.params()).query(Long.class).single();
    }

    public ReadingInbox.Page page(String staffNo, ReadingInbox.Query query) {
        long total = count(staffNo, query);
        var search = new InboxSearch().filters(query);
        InboxSearch.key(query.cursor(), InboxSearch.DAY, InboxSearch.WORD, InboxSearch.WORD, InboxSearch.NUMBER, InboxSearch.NUMBER, InboxSearch.WORD)
                .ifPresent(key -> search.and("(p.closed_on, p.case_no, p.stage, p.phase, p.round, p.part) < (?::date, ?, ?, ?::int, ?::int, ?)", key));
        int size = Math.clamp(query.size(), 1, 100);
        var params = new ArrayList<Object>();
        params.add(staffNo);
        params.addAll(search.params());
        params.add(size + 1);
        var row = new InboxRow(clock.today(), calendars.current());
        var rows = jdbc.sql("select p.*, c.customer_name, c.address from (select * " + CLOSED + search.text() + " order by " + KEY
                + " limit ?) p join connection_case c on c.unit = p.unit and c.case_no = p.case_no order by " + KEY).params(params)
                .query((found, i) -> row.item(found, null, found.getObject("closed_on", LocalDate.class), found.getInt("priority") == 0)).list();
        boolean more = rows.size() > size;
        var items = more ? rows.subList(0, size) : rows;
        return new ReadingInbox.Page(List.copyOf(items), total, more ? cursor(items.getLast()) : null);
    }

    private static String cursor(ReadingInbox.Item last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join("|", Objects.requireNonNull(last.closedOn()).toString(), last.caseNo(), last.stage(),
                String.valueOf(last.phase()), String.valueOf(last.round()), last.part()).getBytes(StandardCharsets.UTF_8));
    }
}
