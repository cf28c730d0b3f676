package org.yekuo.casework.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingInbox;
import org.yekuo.customer.Bigrams;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;

/** The worklist's query: open parts over an index by unit and role, paged by key. */
@Component
public class InboxStore {

    // worklist_by_urgency, or worklist_of_person_by_urgency
    private static final String PARTS = """
            from stage_part p join connection_case c on c.unit = p.unit and c.case_no = p.case_no
            where %s""";

    private static final String COLUMNS = """
            select p.case_no, c.customer_name, c.address, p.stage, p.phase, p.round, p.part, p.lead, p.role, p.responsible_unit, p.assignee, p.due_on, p.priority
            """;

    /** A due day for parts without one, so that keys compare. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

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

    public ReadingInbox.Page page(String staffNo, ReadingInbox.Query query) {
        var today = clock.today();
        var calendar = calendars.current();
        var conditions = new ArrayList<String>();
        var params = new ArrayList<Object>();
        conditions.add("p.state = 'OPEN'");
        conditions.add(whose(staffNo, query, today, params));
        if (query.unit() != null) {
            conditions.add("p.responsible_unit = ?");
            params.add(query.unit().value());
        }
        if (query.role() != null) {
            conditions.add("p.role = ?");
            params.add(query.role().name());
        }
        search(query.words(), conditions, params);
        var counted = String.join(" and ", conditions);
        long total = jdbc.sql("select count(*) " + PARTS.formatted(counted)).params(params).query(Long.class).single();
        after(query.cursor(), conditions, params);
        int size = Math.clamp(query.size(), 1, 100);
        params.add(size + 1);
        var rows = jdbc.sql(COLUMNS + PARTS.formatted(String.join(" and ", conditions)) + """

                order by p.priority, coalesce(p.due_on, date '9999-12-31'), p.case_no, p.stage, p.phase, p.part limit ?""")
                .params(params).query((row, i) -> item(row, today, calendar)).list();
        boolean more = rows.size() > size;
        var items = more ? rows.subList(0, size) : rows;
        return new ReadingInbox.Page(List.copyOf(items), total, more ? cursor(items.getLast()) : null);
    }

    private String whose(String staffNo, ReadingInbox.Query query, LocalDate today, List<Object> params) {
        var hats = organisation.hats(staffNo, today);
        return switch (query.view()) {
            case MINE -> {
                params.add(staffNo);
                yield "(p.assignee = ? or p.assignee is null and " + hats(hats, params) + ") and c.status <> 'ON_HOLD'";
            }
            case TEAM -> hats(hats, params) + " and c.status <> 'ON_HOLD'";
            case OVERDUE -> {
                var mine = hats(hats, params);
                params.add(today);
                yield mine + " and p.due_on < ? and c.status <> 'ON_HOLD'";
            }
            case WAITING -> {
                params.add(staffNo);
                params.add(staffNo);
                yield "c.owner = ? and p.assignee is distinct from ?";
            }
            case SUSPENDED -> {
                params.add(staffNo);
                yield "(c.owner = ? or " + hats(hats, params) + """
                        ) and exists (select 1 from suspension s where s.unit = p.unit and s.case_no = p.case_no and s.effective and s.to_day is null)""";
            }
        };
    }

    private static String hats(java.util.Set<Post> hats, List<Object> params) {
        if (hats.isEmpty()) {
            return "false";
        }
        var pairs = new ArrayList<String>();
        for (var hat : hats) {
            pairs.add("(?, ?)");
            params.add(hat.unit().value());
            params.add(hat.role().name());
        }
        return "(p.responsible_unit, p.role) in (" + String.join(", ", pairs) + ")";
    }

    private static void search(@Nullable String words, List<String> conditions, List<Object> params) {
        if (words == null || words.isBlank()) {
            return;
        }
        var plain = words.strip();
        if (plain.matches("\\d{14}")) {
            conditions.add("(c.case_no = ? or c.original_no = ?)");
            params.add(plain);
            params.add(plain);
        } else if (plain.matches("\\d{4}")) {
            conditions.add("c.phone_tail = ?");
            params.add(plain);
        } else {
            conditions.add("c.search @> ?::text[]");
            params.add(Bigrams.of(plain).toArray(String[]::new));
        }
    }

    private static void after(@Nullable String cursor, List<String> conditions, List<Object> params) {
        if (cursor == null) {
            return;
        }
        var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
        conditions.add("(p.priority, coalesce(p.due_on, date '9999-12-31'), p.case_no, p.stage, p.phase, p.part) > (?::smallint, ?::date, ?, ?, ?::int, ?)");
        params.addAll(List.of(key));
    }

    private static String cursor(ReadingInbox.Item last) {
        var due = last.dueOn() == null ? NEVER : last.dueOn();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(
                String.join("|", last.greenChannel() ? "0" : "1", due.toString(), last.caseNo(), last.stage(), String.valueOf(last.phase()), last.part()).getBytes(StandardCharsets.UTF_8));
    }

    private static ReadingInbox.Item item(java.sql.ResultSet row, LocalDate today, WorkCalendar calendar) throws java.sql.SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        Integer left = due == null ? null
                : due.isBefore(today) ? Integer.valueOf(-calendar.count(due, today)) : Integer.valueOf(calendar.count(today, due));
        var state = due == null ? "NORMAL" : due.isBefore(today) ? "OVERDUE" : !due.isAfter(calendar.next(today)) ? "DUE_NEXT" : "NORMAL";
        return new ReadingInbox.Item(row.getString("case_no"), row.getString("customer_name"), row.getString("address"), row.getString("stage"),
                row.getInt("phase"), row.getInt("round"), row.getString("part"), row.getBoolean("lead"), row.getString("role"),
                row.getString("responsible_unit"), row.getString("assignee"), due, left, state, row.getInt("priority") == 0);
    }
}
