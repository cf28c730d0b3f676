package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.casework.ReadingInbox.View;
import org.yekuo.database.OneTrip;
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

    // under_way_of_owner, then the parts of each case by their key; offset 0 keeps it so, also where the server reckons with more cases than she has
    private static final String OF_OWNER = """
            from (select %s from (select c.unit, c.case_no, c.owner from under_way c where c.owner = ?) c cross join lateral (
                select p.* from stage_part p where p.unit = c.unit and p.case_no = c.case_no and p.state = 'OPEN' and %s offset 0) p%s) p""";

    // under_way_of_owner, run_waiting
    private static final String OF_CUSTOMER = """
            from (select p.* from under_way c join lateral (
                select r.unit, r.case_no, r.stage, r.phase, r.round, '' as part, true as lead, 'CUSTOMER' as role, c.handled_by as responsible_unit,
                  null::text as assignee, null::date as due_on, 1::smallint as priority, 0 as days, r.opened_on
                from stage_run r where r.unit = c.unit and r.case_no = c.case_no and r.state = 'WAITING' and not r.superseded offset 0) p on true
              where c.owner = ? and %2$s%3$s) p""";

    // suspension_standing, city by city, then case by case
    private static final String OF_SUSPENDED = """
            from (select %s from (select distinct s.unit, s.case_no from suspension s where s.unit = any(?) and s.effective and s.to_day is null) s cross join lateral (
                select p.* from under_way c join stage_part p on p.unit = c.unit and p.case_no = c.case_no where c.unit = s.unit and c.case_no = s.case_no
                  and p.state = 'OPEN' and (c.owner = ? or (p.responsible_unit, p.role) in (select * from unnest(?::text[], ?::text[]))) and %s offset 0) p%s) p""";

    /** Without a search the statements begin with what is a person's own and go on by indexes: they are planned once and not for each reader, which took as long as answering. */
    private static final String ONE_PLAN = "set local plan_cache_mode = force_generic_plan";

    /** One process reads an index faster than others are asked to help; a plan for everybody may think otherwise. */
    private static final String ALONE = "set local max_parallel_workers_per_gather = 0";

    private static final List<String> AS_IT_WAS = List.of("set local plan_cache_mode to default", "set local max_parallel_workers_per_gather to default");

    /** Where parts come from: a pattern, its own parameters, and conditions only here. */
    private record Source(String pattern, List<Object> params, String also) {}

    private final JdbcOperations jdbc;
    private final Organisation organisation;
    private final BusinessClock clock;
    private final WorkCalendars calendars;

    InboxStore(JdbcOperations jdbc, Organisation organisation, BusinessClock clock, WorkCalendars calendars) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
        this.calendars = calendars;
    }

    /** How many a view holds. */
    public long count(String staffNo, ReadingInbox.Query query) {
        if (query.view() == View.DONE) {
            var closed = ClosedParts.counting(staffNo, query);
            return number(closed.sql(), closed.params());
        }
        var params = new ArrayList<Object>();
        var sql = "select count(*) from (" + union(staffNo, query, conditions(query), "p.case_no", "", params) + ") all_parts";
        return number(sql, params);
    }

    private long number(String sql, List<Object> params) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, params.toArray()));
    }

    public PageOf<ReadingInbox.Item> page(String staffNo, ReadingInbox.Query query) {
        var trip = new OneTrip();
        planOnce(trip, query);
        var page = ask(trip, staffNo, query);
        AS_IT_WAS.forEach(trip::tell);
        trip.go(jdbc);
        return page.get();
    }

    /** The page, and how many each view holds under the same search and filters, in one trip. */
    public ReadingInbox.Desk desk(String staffNo, ReadingInbox.Query query) {
        var counts = new EnumMap<View, Long>(View.class);
        var posts = posts(staffNo, query);
        var asked = new InboxCounts(staffNo, cities(posts), units(posts), roles(posts), clock.today(), conditions(query.in(View.TEAM)), new InboxSearch().filters(query));
        var trip = new OneTrip();
        planOnce(trip, query);
        var page = ask(trip, staffNo, query);
        trip.ask(asked.sql(), row -> InboxCounts.read(row, counts), asked.params());
        AS_IT_WAS.forEach(trip::tell);
        trip.go(jdbc);
        return new ReadingInbox.Desk(page.get(), counts);
    }

    /** Words searched for are another matter: how many cases have them decides where to begin. */
    private static void planOnce(OneTrip trip, ReadingInbox.Query query) {
        if (query.words() == null || query.words().isBlank()) {
            trip.tell(ONE_PLAN).tell(ALONE);
        }
    }

    /** Asks for a page beside other things; it is there when the trip is over. */
    private Supplier<PageOf<ReadingInbox.Item>> ask(OneTrip trip, String staffNo, ReadingInbox.Query query) {
        var asked = query.view() == View.DONE ? ClosedParts.page(staffNo, query) : parts(staffNo, query);
        var by = new AtomicReference<InboxRow>();
        calendars.current(trip, calendar -> by.set(new InboxRow(clock.today(), calendar)));
        var items = new ArrayList<ReadingInbox.Item>();
        trip.ask(asked.sql(), row -> items.add(asked.reader().read(Objects.requireNonNull(by.get()), row)), asked.params().toArray());
        return () -> asked.cut().apply(items);
    }

    private PartsAsked parts(String staffNo, ReadingInbox.Query query) {
        var search = conditions(query);
        PageKey.read(query.cursor(), Kind.NUMBER, Kind.DAY, Kind.WORD, Kind.WORD, Kind.NUMBER, Kind.WORD)
                .ifPresent(key -> search.and("(" + KEY + ") > (?, ?, ?, ?, ?, ?)", key.values().toArray()));
        int size = Math.clamp(query.size(), 1, PageOf.MOST);
        var params = new ArrayList<Object>();
        var parts = union(staffNo, query, search, COLUMNS, " order by " + KEY + " limit " + (size + 1), params);
        params.add(size + 1);
        return new PartsAsked("select p.*, c.customer_name, c.address from (" + parts + ") p join connection_case c on c.unit = p.unit and c.case_no = p.case_no order by " + KEY + " limit ?",
                params, InboxStore::item, items -> PageOf.of(items, size, last -> PageKey.of(last.greenChannel() ? 0 : 1, last.dueOn(), last.caseNo(), last.stage(), last.phase(), last.part())));
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
        var posts = posts(staffNo, query);
        List<Object> hats = List.of(units(posts), roles(posts));
        return switch (query.view()) {
            case MINE -> List.of(new Source(OF_PERSON, List.of(staffNo), " and not p.held"), new Source(OF_HATS, hats, " and not p.held and p.assignee is null"));
            case TEAM, OVERDUE, DONE -> List.of(new Source(OF_HATS, hats, " and not p.held"));
            case WAITING -> List.of(new Source(OF_OWNER, List.of(staffNo), " and p.assignee is distinct from c.owner"), new Source(OF_CUSTOMER, List.of(staffNo), ""));
            case SUSPENDED -> List.of(new Source(OF_SUSPENDED, List.of(cities(posts), staffNo, hats.get(0), hats.get(1)), ""));
        };
    }

    private List<Post> posts(String staffNo, ReadingInbox.Query query) {
        return organisation.hats(staffNo, clock.today()).stream().filter(post -> query.unit() == null || post.unit().equals(query.unit()))
                .filter(post -> query.role() == null || post.role() == query.role()).toList();
    }

    private static String[] units(List<Post> posts) {
        return posts.stream().map(post -> post.unit().value()).toArray(String[]::new);
    }

    private static String[] roles(List<Post> posts) {
        return posts.stream().map(post -> post.role().name()).toArray(String[]::new);
    }

    private static String[] cities(List<Post> posts) {
        return posts.stream().map(Post::unit).filter(unit -> !unit.isProvince()).map(unit -> unit.city().value()).distinct().toArray(String[]::new);
    }

    private InboxSearch conditions(ReadingInbox.Query query) {
        var search = new InboxSearch().filters(query);
        var today = clock.today();
        var due = "p.priority in (0, 1) and coalesce(p.due_on, date '9999-12-31')";
        if (query.view() == View.OVERDUE) {
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
