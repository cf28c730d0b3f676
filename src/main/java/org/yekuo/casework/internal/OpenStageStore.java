package org.yekuo.casework.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingOpenStages;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** The query of cases that stand at given stages. */
@Component
public class OpenStageStore {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    // stage_run_open, connection_case's key, time_limit's key
    private static final String RUNS = """
            from stage_run r join connection_case c on c.unit = r.unit and c.case_no = r.case_no
            left join lateral (
              select min(l.due_on) as due_on from time_limit l
              where l.unit = c.unit and l.case_no = c.case_no and l.state = 'RUNNING' and l.standard = 'COMMITTED') near on true
            where r.unit = any(?) and r.stage = any(?) and r.state = any(?) and not r.superseded and c.handled_by = any(?)
              and c.status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED')""";

    private static final String COLUMNS = """
            select c.case_no, c.customer_name, c.address, c.handled_by, c.owner, r.stage, r.phase, r.round, r.state, near.due_on
            """;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final BusinessClock clock;

    OpenStageStore(JdbcClient jdbc, Organisation organisation, BusinessClock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    public ReadingOpenStages.Page page(String staffNo, ReadingOpenStages.Query query) {
        var scope = organisation.scope(staffNo, clock.today());
        var units = organisation.units().stream().map(Unit::code).filter(code -> !code.isProvince() && scope.covers(code) && (query.unit() == null || query.unit().equals(code))).toList();
        var params = new ArrayList<Object>(List.of(units.stream().map(code -> code.city().value()).distinct().toArray(String[]::new),
                query.stages().toArray(String[]::new), query.waiting() ? new String[] {"OPEN", "WAITING"} : new String[] {"OPEN"},
                units.stream().map(UnitCode::value).toArray(String[]::new)));
        var conditions = new StringBuilder(RUNS);
        if (query.dueBy() != null) {
            conditions.append(" and near.due_on <= ?");
            params.add(query.dueBy());
        }
        long total = jdbc.sql("select count(*) " + conditions).params(params).query(Long.class).single();
        key(query.cursor()).ifPresent(key -> {
            conditions.append(" and (coalesce(near.due_on, date '9999-12-31'), c.case_no, r.stage, r.phase) > (?::date, ?, ?, ?::int)");
            params.addAll(key);
        });
        int size = Math.clamp(query.size(), 1, 500);
        params.add(size + 1);
        var rows = jdbc.sql(COLUMNS + conditions + " order by coalesce(near.due_on, date '9999-12-31'), c.case_no, r.stage, r.phase limit ?").params(params)
                .query((row, n) -> item(row)).list();
        boolean more = rows.size() > size;
        var items = more ? rows.subList(0, size) : rows;
        return new ReadingOpenStages.Page(List.copyOf(items), total, more ? cursor(items.getLast()) : null);
    }

    private static ReadingOpenStages.Item item(ResultSet row) throws SQLException {
        return new ReadingOpenStages.Item(new CaseNo(row.getString("case_no")), row.getString("customer_name"), row.getString("address"), new UnitCode(row.getString("handled_by")),
                row.getString("owner"), row.getString("stage"), row.getInt("phase"), row.getInt("round"), row.getString("state"), row.getObject("due_on", LocalDate.class));
    }

    private static String cursor(ReadingOpenStages.Item last) {
        var day = last.latestOn() == null ? NEVER : last.latestOn();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(String.join("|", day.toString(), last.caseNo().value(), last.stage(), String.valueOf(last.phase()))
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Where the page before ended; a cursor of somebody's own making is no cursor. */
    private static Optional<List<Object>> key(@Nullable String cursor) {
        try {
            var parts = cursor == null ? new String[0] : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            return parts.length == 4 ? Optional.of(List.of(LocalDate.parse(parts[0]), parts[1], parts[2], Integer.valueOf(parts[3]))) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException madeUp) {
            return Optional.empty();
        }
    }
}
