package org.yekuo.casework.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingRisk;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Text;

/** The figures of what is on its way, over the index of cases by who handles them. */
@Component
public class RiskStore {

    private static final int SOON = 5;

    // case_by_handler; time_limit's key
    private static final String OPEN_CASES = """
            from connection_case c
            left join lateral (
              select l.due_on, l.row_id from time_limit l
              where l.unit = c.unit and l.case_no = c.case_no and l.state = 'RUNNING' and l.standard = 'COMMITTED' and l.due_on is not null
              order by l.due_on, l.limit_key limit 1) near on true
            where c.unit = any(?) and c.handled_by = any(?) and c.status in ('REGISTERED', 'INCOMPLETE', 'ACCEPTED', 'ON_HOLD')""";

    // stage_run's key
    private static final String CAPACITY_AWAITED = "exists (select 1 from stage_run r where r.unit = c.unit and r.case_no = c.case_no and r.stage = any(?) "
            + "and r.state in ('OPEN', 'WAITING') and not r.superseded)";

    // the keys of suspension, stage_part and stage_run
    private static final String CAUSE = """
            case when exists (select 1 from suspension s where s.unit = c.unit and s.case_no = c.case_no and s.effective and s.to_day is null and s.reason = any(?)) then 'THIRD'
              when %s then 'GRID'
              when exists (select 1 from stage_part p where p.unit = c.unit and p.case_no = c.case_no and p.state = 'OPEN') then 'COMPANY'
              when exists (select 1 from stage_run r where r.unit = c.unit and r.case_no = c.case_no and r.state = 'WAITING' and not r.superseded) then 'CUSTOMER'
              else 'COMPANY' end""".formatted(CAPACITY_AWAITED);

    private static final String FIGURES = """
            select %1$s as key, count(*) as open,
              count(*) filter (where near.due_on between ? and ? and c.status <> 'ON_HOLD') as soon,
              count(*) filter (where near.due_on < ? and c.status <> 'ON_HOLD') as overdue,
              count(*) filter (where c.status = 'ON_HOLD') as hold,
              coalesce(sum((c.facts::jsonb ->> 'capacityKva')::numeric), 0) as kva
            """ + OPEN_CASES + " group by 1 order by 1";

    private static final String COLUMNS = "select c.case_no, c.customer_name, c.address, c.handled_by, c.owner, c.status, c.pack, near.due_on, near.row_id ";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Regulations regulations;
    private final BusinessClock clock;
    private final WorkCalendars calendars;

    RiskStore(JdbcClient jdbc, Organisation organisation, Regulations regulations, BusinessClock clock, WorkCalendars calendars) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.regulations = regulations;
        this.clock = clock;
        this.calendars = calendars;
    }

    public List<ReadingRisk.Causes> causes(String staffNo) {
        var params = new ArrayList<Object>();
        params.add(others());
        params.add(capacityStages());
        params.addAll(scope(staffNo));
        params.add(clock.today());
        var counted = jdbc.sql("select cause, count(*) as cases from (select " + CAUSE + " as cause " + OPEN_CASES + " and near.due_on < ? and c.status <> 'ON_HOLD') late group by cause")
                .params(params).query((row, n) -> new ReadingRisk.Causes(ReadingRisk.Cause.valueOf(row.getString("cause")), row.getLong("cases"))).list();
        return Arrays.stream(ReadingRisk.Cause.values()).map(cause -> counted.stream().filter(one -> one.cause() == cause).findFirst().orElse(new ReadingRisk.Causes(cause, 0))).toList();
    }

    /** The codes of reasons that are the government's or nature's, in any pack. */
    private String[] others() {
        return regulations.all().stream().flatMap(pack -> pack.reasons().stream()).filter(row -> row.cause() == ReasonRow.Cause.GOVERNMENT || row.cause() == ReasonRow.Cause.NATURE)
                .map(ReasonRow::code).distinct().toArray(String[]::new);
    }

    /** The stages that are done only where capacity is short, in any pack. */
    private String[] capacityStages() {
        var without = new Facts(Map.of("constrained", true));
        return regulations.all().stream().flatMap(pack -> pack.procedures().stream()).flatMap(procedure -> procedure.stages().stream())
                .filter(stage -> stage.when().conditions().containsKey("constrained") && stage.when().match(without)).map(stage -> stage.key()).distinct().toArray(String[]::new);
    }

    /** @param by an expression of this program's own, never of a reader's */
    public List<ReadingRisk.Figures> figures(String staffNo, String by) {
        var today = clock.today();
        var params = new ArrayList<Object>(List.of(today, soon(today), today));
        params.addAll(scope(staffNo));
        return jdbc.sql(FIGURES.formatted(by)).params(params).query((row, n) -> new ReadingRisk.Figures(row.getString("key"), row.getLong("open"), row.getLong("soon"),
                row.getLong("overdue"), row.getLong("hold"), row.getBigDecimal("kva"))).list();
    }

    public ReadingRisk.Page cases(String staffNo, ReadingRisk.Query query) {
        var conditions = new StringBuilder(OPEN_CASES);
        var params = new ArrayList<>(scope(staffNo));
        narrow(query, conditions, params);
        long total = jdbc.sql("select count(*) " + conditions).params(params).query(Long.class).single();
        key(query.cursor()).ifPresent(key -> {
            conditions.append(" and (coalesce(near.due_on, date '9999-12-31'), c.case_no) > (?::date, ?)");
            params.addAll(key);
        });
        int size = Math.clamp(query.size(), 1, 500);
        params.add(size + 1);
        var rows = jdbc.sql(COLUMNS + conditions + " order by coalesce(near.due_on, date '9999-12-31'), c.case_no limit ?").params(params).query((row, n) -> item(row)).list();
        boolean more = rows.size() > size;
        var items = more ? rows.subList(0, size) : rows;
        return new ReadingRisk.Page(List.copyOf(items), total, more ? cursor(items.getLast()) : null);
    }

    private void narrow(ReadingRisk.Query query, StringBuilder conditions, List<Object> params) {
        var today = clock.today();
        switch (query.show()) {
            case OPEN -> { }
            case SOON -> {
                conditions.append(" and near.due_on between ? and ? and c.status <> 'ON_HOLD'");
                params.addAll(List.of(today, soon(today)));
            }
            case OVERDUE -> {
                conditions.append(" and near.due_on < ? and c.status <> 'ON_HOLD'");
                params.add(today);
            }
            case HOLD -> conditions.append(" and c.status = 'ON_HOLD'");
            case CONSTRAINED -> {
                conditions.append(" and ").append(CAPACITY_AWAITED);
                params.add(capacityStages());
            }
        }
        if (query.cause() != null) {
            conditions.append(" and ").append(CAUSE).append(" = ?");
            params.add(others());
            params.add(capacityStages());
            params.add(query.cause().name());
        }
        if (query.unit() != null) {
            conditions.append(" and c.handled_by = ?");
            params.add(query.unit());
        }
        if (query.owner() != null) {
            conditions.append(" and coalesce(c.owner, '') = ?");
            params.add(query.owner());
        }
    }

    /** The cities and the units a person may see. */
    public List<Object> scope(String staffNo) {
        var scope = organisation.scope(staffNo, clock.today());
        var units = organisation.units().stream().map(Unit::code).filter(code -> !code.isProvince() && scope.covers(code)).toList();
        return List.of(units.stream().map(code -> code.city().value()).distinct().toArray(String[]::new), units.stream().map(code -> code.value()).toArray(String[]::new));
    }

    private LocalDate soon(LocalDate today) {
        return calendars.current().add(today, SOON);
    }

    private ReadingRisk.Item item(ResultSet row) throws SQLException {
        return new ReadingRisk.Item(new CaseNo(row.getString("case_no")), row.getString("customer_name"), row.getString("address"), row.getString("handled_by"),
                row.getString("owner"), row.getString("status"), limit(row.getString("pack"), row.getString("row_id")), row.getObject("due_on", LocalDate.class));
    }

    private @Nullable Text limit(String pack, @Nullable String rowId) {
        return rowId == null ? null : regulations.pack(pack).flatMap(found -> found.limits().stream().filter(one -> one.id().equals(rowId)).findFirst()).map(LimitRow::name).orElse(null);
    }

    private static String cursor(ReadingRisk.Item last) {
        var day = last.dueOn() == null ? LocalDate.of(9999, 12, 31) : last.dueOn();
        return Base64.getUrlEncoder().withoutPadding().encodeToString((day + "|" + last.caseNo()).getBytes(StandardCharsets.UTF_8));
    }

    /** Where the page before ended; a cursor of somebody's own making is no cursor. */
    private static Optional<List<Object>> key(@Nullable String cursor) {
        try {
            var parts = cursor == null ? new String[0] : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            return parts.length == 2 ? Optional.of(List.of(LocalDate.parse(parts[0]), parts[1])) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException madeUp) {
            return Optional.empty();
        }
    }
}
