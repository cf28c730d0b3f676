package org.yekuo.supervision.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.supervision.Indicators.Alike;
import org.yekuo.supervision.Period;
import org.yekuo.supervision.Stock;
import org.yekuo.supervision.Stock.Amount;

/** The sums indicators are made of, out of the sums of days; cases on their way are counted one by one. */
@Component
public class IndicatorStore {

    // the key of judged_day, unit by unit
    private static final String ALIKE = """
            select left(d.handled_by, ?) as counted_under, date_trunc('month', d.day::timestamp)::date as month, d.day >= ? as inside, d.category, d.ending, d.due_links, d.late_links, d.answer,
              sum(d.cases)::bigint as cases, sum(d.explained)::bigint as explained, sum(d.company_days)::bigint as company_days, sum(d.powered)::bigint as powered,
              sum(d.process_days)::bigint as process_days
            from judged_day d where d.unit = any(?) and d.handled_by = any(?) and d.day between ? and ?
            group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(d.cases) <> 0""";

    // the key of stock_day; cases on their way in one pass
    private static final String STOCK = """
            with span as (select ?::date as first, ?::date as last),
            moved as (
              select d.handled_by,
                sum(accepted - energised - terminated) filter (where d.day < first) as opening, sum(accepted_kva - energised_kva - terminated_kva) filter (where d.day < first) as opening_kva,
                sum(accepted) filter (where d.day >= first) as accepted, sum(accepted_kva) filter (where d.day >= first) as accepted_kva,
                sum(energised) filter (where d.day >= first) as energised, sum(energised_kva) filter (where d.day >= first) as energised_kva,
                sum(terminated) filter (where d.day >= first) as terminated, sum(terminated_kva) filter (where d.day >= first) as terminated_kva
              from stock_day d cross join span where d.unit = any(?) and d.handled_by = any(?) and d.day <= last group by d.handled_by
              union all
              select w.handled_by,
                count(*) filter (where accepted_on < first) - count(*) filter (where powered_on < first),
                sum(capacity_kva) filter (where accepted_on < first and (powered_on is null or powered_on >= first)),
                count(*) filter (where accepted_on between first and last), sum(capacity_kva) filter (where accepted_on between first and last),
                count(*) filter (where powered_on between first and last), sum(capacity_kva) filter (where powered_on between first and last), 0, 0
              from under_way w cross join span where w.unit = any(?) and w.handled_by = any(?) and w.accepted_on is not null group by w.handled_by)
            select left(handled_by, ?) as counted_under, coalesce(sum(opening), 0)::bigint as opening, coalesce(sum(opening_kva), 0) as opening_kva,
              coalesce(sum(accepted), 0)::bigint as accepted, coalesce(sum(accepted_kva), 0) as accepted_kva, coalesce(sum(energised), 0)::bigint as energised,
              coalesce(sum(energised_kva), 0) as energised_kva, coalesce(sum(terminated), 0)::bigint as terminated, coalesce(sum(terminated_kva), 0) as terminated_kva
            from moved group by 1 order by 1""";

    private final JdbcClient jdbc;

    IndicatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What ended in the period, and in the months that are shown before it.
     *
     * @param units  city and county companies
     * @param digits of a unit's code under which cases are counted together
     */
    public List<Alike> alike(List<String> units, int digits, Period period, LocalDate since) {
        return jdbc.sql(ALIKE).params(Arrays.asList(digits, period.from(), cities(units), units.toArray(String[]::new), since, period.to())).query((row, i) ->
                new Alike(row.getString("counted_under"), YearMonth.from(row.getObject("month", LocalDate.class)), row.getBoolean("inside"), row.getString("category"),
                        row.getString("ending"), row.getString("due_links"), row.getString("late_links"), row.getString("answer"), row.getLong("cases"), row.getLong("explained"),
                        row.getLong("company_days"), row.getLong("powered"), row.getLong("process_days"))).list();
    }

    /** What was on hand, came and went, by unit. */
    public List<Stock> stock(List<String> units, int digits, Period period) {
        var codes = units.toArray(String[]::new);
        return jdbc.sql(STOCK).params(Arrays.asList(period.from(), period.to(), cities(units), codes, cities(units), codes, digits)).query((row, i) ->
                new Stock(row.getString("counted_under"), amount(row, "opening"), amount(row, "accepted"), amount(row, "energised"), amount(row, "terminated"))).list();
    }

    private static Amount amount(ResultSet row, String name) throws SQLException {
        return new Amount(row.getLong(name), row.getBigDecimal(name + "_kva") == null ? BigDecimal.ZERO : row.getBigDecimal(name + "_kva"));
    }

    static String[] cities(List<String> units) {
        return units.stream().map(code -> code.substring(0, 4)).distinct().toArray(String[]::new);
    }
}
