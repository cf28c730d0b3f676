package org.yekuo.casework.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.vocabulary.CaseNo;

/** The table of green channels granted. */
@Component
public class GreenStore {

    private static final String INSERT = """
            insert into green_channel (unit, case_no, granted_by, granted_by_name, granted_on, reason, note, evidence) values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OF = """
            select granted_by, granted_by_name, granted_on, reason, note, evidence from green_channel where unit = ? and case_no = ?""";

    private final JdbcClient jdbc;

    GreenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CaseNo no, GreenGrant grant) {
        jdbc.sql(INSERT).params(Arrays.asList(no.unit().value(), no.value(), grant.by(), grant.byName(), grant.on(), grant.reason(), grant.note(),
                grant.evidenceJson())).update();
    }

    Optional<GreenGrant> of(CaseNo no) {
        return jdbc.sql(OF).params(no.unit().value(), no.value()).query((row, i) -> new GreenGrant(row.getString("granted_by"),
                row.getString("granted_by_name"), row.getObject("granted_on", LocalDate.class), row.getString("reason"), row.getString("note"),
                row.getString("evidence"))).optional();
    }
}
