package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.form.PageKey;
import org.yekuo.form.PageKey.Kind;
import org.yekuo.form.PageOf;

/** What a person has closed (办结), the newest first, paged by key. */
final class ClosedParts {

    private static final String KEY = "p.closed_on desc, p.case_no desc, p.stage desc, p.phase desc, p.round desc, p.part desc";

    // part_closed_by
    private static final String CLOSED = "from stage_part p where p.closed_by = ? and ";

    private ClosedParts() {}

    /** The query that counts them. */
    static Counting counting(String staffNo, ReadingInbox.Query query) {
        var search = new InboxSearch().filters(query);
        var params = new ArrayList<Object>(List.of(staffNo));
        params.addAll(search.params());
        return new Counting("select count(*) " + CLOSED + search.text(), params);
    }

    static PartsAsked page(String staffNo, ReadingInbox.Query query) {
        var search = new InboxSearch().filters(query);
        PageKey.read(query.cursor(), Kind.DAY, Kind.WORD, Kind.WORD, Kind.NUMBER, Kind.NUMBER, Kind.WORD)
                .ifPresent(key -> search.and("(p.closed_on, p.case_no, p.stage, p.phase, p.round, p.part) < (?, ?, ?, ?, ?, ?)", key.values().toArray()));
        int size = Math.clamp(query.size(), 1, PageOf.MOST);
        var params = new ArrayList<Object>();
        params.add(staffNo);
        params.addAll(search.params());
        params.add(size + 1);
        return new PartsAsked("select p.*, c.customer_name, c.address from (select * " + CLOSED + search.text() + " order by " + KEY
                + " limit ?) p join connection_case c on c.unit = p.unit and c.case_no = p.case_no order by " + KEY, params,
                (row, found) -> row.item(found, null, found.getObject("closed_on", LocalDate.class), found.getInt("priority") == 0),
                items -> PageOf.of(items, size, last -> PageKey.of(last.closedOn(), last.caseNo(), last.stage(), last.phase(), last.round(), last.part())));
    }
}
