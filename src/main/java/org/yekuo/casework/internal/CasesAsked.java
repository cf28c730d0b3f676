package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.database.OneTrip;
import org.yekuo.vocabulary.CaseNo;

/** One case or several that are read on one trip; each query is written as if it were one. */
final class CasesAsked {

    /** What becomes of a row of a case that was found. */
    interface Each {

        void take(CaseFile file, ResultSet row) throws SQLException;
    }

    /** What becomes of a case's first row. */
    interface Header {

        CaseFile open(CaseNo no, ResultSet row) throws SQLException;
    }

    /** How a query says which case it is about. */
    private static final Pattern OF_ONE = Pattern.compile("(\\w\\.)?unit = \\? and (\\w\\.)?case_no = \\?");

    private static final String OF_SEVERAL = "($1unit, $2case_no) in (select * from unnest(?::text[], ?::text[]))";

    private final Collection<CaseNo> cases;
    private final boolean several;
    private final Object[] places;
    private final Map<CaseNo, CaseFile> found = new LinkedHashMap<>();

    private CasesAsked(Collection<CaseNo> cases, boolean several, Object... places) {
        this.cases = cases;
        this.several = several;
        this.places = places;
    }

    static CasesAsked one(CaseNo no) {
        return new CasesAsked(List.of(no), false, no.unit().value(), no.value());
    }

    static CasesAsked several(Collection<CaseNo> cases) {
        return new CasesAsked(cases, true, cases.stream().map(no -> no.unit().value()).toArray(String[]::new),
                cases.stream().map(CaseNo::value).toArray(String[]::new));
    }

    /** Asked first. A case that is not there now is not there for the questions behind it either. */
    void open(OneTrip trip, String sql, Header header) {
        trip.ask(text(sql), row -> {
            var no = new CaseNo(row.getString("case_no"));
            found.put(no, header.open(no, row));
        }, places);
    }

    void ask(OneTrip trip, String sql, Each each) {
        trip.ask(text(sql), row -> {
            var file = found(new CaseNo(row.getString("case_no")));
            if (file.isPresent()) {
                each.take(file.get(), row);
            }
        }, places);
    }

    Collection<CaseNo> cases() {
        return cases;
    }

    Optional<CaseFile> found(CaseNo no) {
        return Optional.ofNullable(found.get(no));
    }

    /** Once the trip is over. */
    Map<CaseNo, CaseFile> found() {
        return found;
    }

    private String text(String sql) {
        return several ? OF_ONE.matcher(sql).replaceAll(OF_SEVERAL) : sql;
    }
}
