package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.FindingCases.Found;
import org.yekuo.customer.Bigrams;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Looks cases up in the whole table, each question by an index of its own. */
@Component
public class FoundCases {

    private static final String OF = """
            select c.case_no, c.original_no, c.customer_name, c.address, c.business, c.status, c.accepted_on, c.ended_on, c.as_recorded from connection_case c
            where (c.handled_by like any (?) or c.accepted_by_unit like any (?)) and %s
            order by c.case_no desc limit ?""";

    // the primary key
    private static final String BY_NUMBER = "c.unit = ? and c.case_no = ?";

    // case_by_original
    private static final String BY_ORIGINAL = "c.original_no = ?";

    // recorded_case_of_account, then the primary key
    private static final String BY_ACCOUNT = """
            ((c.unit, c.case_no) in (select r.unit, r.case_no from recorded_case r where r.unit = any (?) and r.consumer_no = ?)
              or (c.unit, c.case_no) in (select left(no, 4), no from unnest(?::text[]) opened (no)))""";

    // case_by_phone_tail
    private static final String BY_PHONE = "c.phone_tail = ?";

    // case_search
    private static final String BY_WORDS = "c.search @> ?::text[]";

    private final JdbcClient jdbc;

    FoundCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ofAccount cases of the account that bears this number */
    public List<Found> find(String said, List<UnitCode> cities, List<CaseNo> ofAccount, Collection<UnitCode> units, int most) {
        if (CaseNo.isValid(said)) {
            var found = query(units, most, BY_NUMBER, said.substring(0, 4), said);
            return found.isEmpty() ? query(units, most, BY_ORIGINAL, said) : found;
        }
        if (said.matches("\\d{4}")) {
            return query(units, most, BY_PHONE, said);
        }
        if (said.matches("\\d{6,}")) {
            var found = query(units, most, BY_ACCOUNT, cities.stream().map(UnitCode::value).toArray(String[]::new), said,
                    ofAccount.stream().map(CaseNo::value).toArray(String[]::new));
            return found.isEmpty() ? query(units, most, BY_ORIGINAL, said) : found;
        }
        return query(units, most, BY_WORDS, (Object) Bigrams.of(said).toArray(String[]::new));
    }

    private List<Found> query(Collection<UnitCode> units, int most, String condition, Object... places) {
        var params = new ArrayList<Object>();
        var within = units.stream().map(unit -> unit.value() + "%").toArray(String[]::new);
        params.add(within);
        params.add(within);
        params.addAll(List.of(places));
        params.add(most);
        return jdbc.sql(OF.formatted(condition)).params(params).query((row, i) -> found(row)).list();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(new CaseNo(row.getString("case_no")), row.getString("original_no"), row.getString("customer_name"), row.getString("address"), row.getString("business"),
                row.getString("status"), row.getObject("accepted_on", LocalDate.class), row.getObject("ended_on", LocalDate.class), row.getBoolean("as_recorded"));
    }
}
