package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.form.PageKey;
import org.yekuo.form.PageKey.Kind;
import org.yekuo.form.PageOf;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;

/** The worklist's query: hat by hat, each in the order of its index and no further than a page, then merged and paged by key. */
@Component
public class InboxStore {

    private static final String COLUMNS = """
            p.unit, p.case_no, p.stage, p.phase, p.round, p.part, p.lead, p.role, p.responsible_unit, p.assignee, p.due_on, p.priority, p.days, p.opened_on""";

    private static final String KEY = "p.priority, coalesce(p.due_on, date '9999-12-31'), p.case_no, p.stage, p.phase, p.part";

    // worklist_by_urgency or worklist_untaken, once for each hat
    private static final String OF_HATS = "from unnest(?::text[], ?::text[]) hat (unit, role) cross join lateral (select %s from stage_part p "
            + "where p.state = 'OPEN' and p.responsible_unit = hat.unit and p.role = hat.role and %s%s) p";

    // worklist_of_person_by_urgency
    private static final String OF_PERSON = "from (select %s from stage_part p where p.state = 'OPEN' and p.assignee = ? and %s%s) p";

    // under_way_of_owner, then the parts of each case by their key
    private static final String OF_OWNER = """
            from (select %s from under_way c join stage_part p on p.unit = c.unit and p.case_no = c.case_no
              where c.owner = ? and p.state = 'OPEN' and %s%s) p""";

    // under_way_of_owner, run_waiting
    private static final String OF_CUSTOMER = """
            from (select p.* from under_way c join lateral (
                select r.unit, r.case_no, r.stage, r.phase, r.round, '' as part, true as lead, 'CUSTOMER' as role, c.handled_by as responsible_unit,
                  null::text as assignee, null::date as due_on, 1::smallint as priority, 0 as days, r.opened_on
                from stage_run r where r.unit = c.unit and r.case_no = c.case_no and r.state = 'WAITING' and not r.superseded) p on true
              where c.owner = ? and %2$s%3$s) p""";

    // suspension_standing, city by city
    private static final String OF_SUSPENDED = """
            from (select %s from under_way c join stage_part p on p.unit = c.unit and p.case_no = c.case_no
              where (c.unit, c.case_no) in (select s.unit, s.case_no from suspension s where s.unit = any(?) and s.effective and s.to_day is null)
                and p.state = 'OPEN' and (c.owner = ? or (p.responsible_unit, p.role) in (select * from unnest(?::text[], ?::text[]))) and %s%s) p""";

    /** Where parts come from: a pattern, its own parameters, and conditions only here. */
    private record Source(String pattern, List<Object> params, String also) {}

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final BusinessClock clock;
    private final WorkCalendars calendars;

    InboxStore(JdbcClient jdbc, Organisation organisation, BusinessClock clock, WorkCalendars calendars) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
        this.calendars = calendars;
    }

    /** How many each of the views holds, all asked for together. */
    public Map<ReadingInbox.View, Long> counts(String staffNo, List<ReadingInbox.Query> queries) {
        var countings = queries.stream().map(query -> query.view() == ReadingInbox.View.DONE ? ClosedParts.counting(staffNo, query) : counting(staffNo, query)).toList();
        var together = countings.stream().map(one -> "(" + one.sql() + ")").collect(Collectors.joining(",\n"));
        return jdbc.sql("select " + together).params(countings.stream().flatMap(one -> one.params().stream()).toList()).query((row, n) -> {
            var counts = new EnumMap<ReadingInbox.View, Long>(ReadingInbox.View.class);
            for (int i = 0; i < queries.size(); i++) {
                counts.put(queries.get(i).view(), row.getLong(i + 1));
            }
            return counts;
        }).single();
    }

    private Counting counting(String staffNo, ReadingInbox.Query query) {
        var params = new ArrayList<Object>();
        return new Counting("select count(*) from (" + union(staffNo, query, conditions(query), "p.case_no", "", params) + ") all_parts", params);
    }

    public PageOf<ReadingInbox.Item> page(String staffNo, ReadingInbox.Query query) {
        var search = conditions(query);
        PageKey.read(query.cursor(), Kind.NUMBER, Kind.DAY, Kind.WORD, Kind.WORD, Kind.NUMBER, Kind.WORD)
                .ifPresent(key -> search.and("(" + KEY + ") > (?, ?, ?, ?, ?, ?)", key.values().toArray()));
        int size = Math.clamp(query.size(), 1, PageOf.MOST);
        var params = new ArrayList<Object>();
        var parts = union(staffNo, query, search, COLUMNS, " order by " + KEY + " limit " + (size + 1), params);
        params.add(size + 1);
        var row = new InboxRow(clock.today(), calendars.current());
        var rows = jdbc.sql("select p.*, c.customer_name, c.address from (" + parts + ") p join connection_case c on c.unit = p.unit and c.case_no = p.case_no order by "
                + KEY + " limit ?").params(params).query((found, i) -> item(row, found)).list();
        return PageOf.of(rows, size, last -> PageKey.of(last.greenChannel() ? 0 : 1, last.dueOn(), last.caseNo(), last.stage(), last.phase(), last.part()));
    }

    private static String union(List<Source> sources, InboxSearch search, String columns, String order, List<Object> params) {
        var union = new ArrayList<String>();
        for (var source : sources) {
            union.add("select " + columns + " " + source.pattern().formatted(columns, search.text() + source.also(), order));
            params.addAll(source.params());
            params.addAll(search.params());
        }
        return union.isEmpty() ? "select " + columns + " from stage_part p where false" : String.join("\nunion all\n", union);
    }

    private String union(String staffNo, ReadingInbox.Query query, InboxSearch search, String columns, String order, List<Object> params) {
        return union(sources(staffNo, query), search, columns, order, params);
    }

    private List<Source> sources(String staffNo, ReadingInbox.Query query) {
        var posts = organisation.hats(staffNo, clock.today()).stream().filter(post -> query.unit() == null || post.unit().equals(query.unit()))
                .filter(post -> query.role() == null || post.role() == query.role()).toList();
        List<Object> hats = List.of(posts.stream().map(post -> post.unit().value()).toArray(String[]::new), posts.stream().map(post -> post.role().name()).toArray(String[]::new));
        return switch (query.view()) {
            case MINE -> List.of(new Source(OF_PERSON, List.of(staffNo), " and not p.held"), new Source(OF_HATS, hats, " and not p.held and p.assignee is null"));
            case TEAM, OVERDUE, DONE -> List.of(new Source(OF_HATS, hats, " and not p.held"));
            case WAITING -> List.of(new Source(OF_OWNER, List.of(staffNo), " and p.assignee is distinct from c.owner"), new Source(OF_CUSTOMER, List.of(staffNo), ""));
            case SUSPENDED -> List.of(new Source(OF_SUSPENDED, List.of(cities(posts), staffNo, hats.get(0), hats.get(1)), ""));
        };
    }

    private static String[] cities(List<Post> posts) {
        return posts.stream().map(Post::unit).filter(unit -> !unit.isProvince()).map(unit -> unit.city().value()).distinct().toArray(String[]::new);
    }

    private InboxSearch conditions(ReadingInbox.Query query) {
        var search = new InboxSearch().filters(query);
        var today = clock.today();
        var due = "p.priority in (0, 1) and coalesce(p.due_on, date '9999-12-31')";
        if (query.view() == ReadingInbox.View.OVERDUE) {
            search.and(due + " < ?", today);
        }
        var state = query.state();
        if (state != null) {
            var next = calendars.current().next(today);
            switch (state) {
                case OVERDUE -> search.and(due + " < ?", today);
                case DUE_NEXT -> search.and(due + " between ? and ?", today, next);
                case NORMAL -> search.and(due + " > ?", next);
            }
        }
        return search;
    }

    private static ReadingInbox.Item item(InboxRow row, ResultSet found) throws SQLException {
        return row.item(found, found.getObject("due_on", LocalDate.class), null, found.getInt("priority") == 0);
    }
}
