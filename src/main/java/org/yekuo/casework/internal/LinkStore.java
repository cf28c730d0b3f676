package org.yekuo.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.vocabulary.CaseNo;

/** How cases belong together (关联申请): the later SUCCEEDS the earlier, is a temporary supply MADE_PERMANENT, or holds the HOUSEHOLDS_OF a community. */
@Component
class LinkStore {

    private static final String ADD = """
            insert into case_link (unit, case_no, kind, other_unit, other_no) values (?, ?, ?, ?, ?)""";
    // case_link_back
    private static final String SUCCESSORS = """
            select case_no from case_link where other_unit = ? and other_no = ? and kind in ('SUCCEEDS', 'MADE_PERMANENT', 'HOUSEHOLDS_OF') order by case_no""";
    /** All cases of one need, the earliest first: up to the first, then down again. */
    private static final String CHAIN = """
            with recursive earlier (unit, case_no, step) as (
              select ?, ?, 0
              union all
              select l.other_unit, l.other_no, e.step + 1 from earlier e
              join case_link l on l.unit = e.unit and l.case_no = e.case_no and l.kind = 'SUCCEEDS'),
            chain (unit, case_no, step) as (
              (select unit, case_no, 0 from earlier order by step desc limit 1)
              union all
              select l.unit, l.case_no, c.step + 1 from chain c
              join case_link l on l.other_unit = c.unit and l.other_no = c.case_no and l.kind = 'SUCCEEDS')
            select case_no from chain order by step, case_no""";

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Links a new case to the one it succeeds. */
    void add(CaseFile file) {
        var earlier = file.predecessor;
        if (earlier != null) {
            jdbc.sql(ADD).params(file.unit().value(), file.no.value(), file.linkKind, earlier.unit().value(), earlier.value()).update();
        }
    }

    List<CaseNo> successors(CaseNo no) {
        return jdbc.sql(SUCCESSORS).params(no.unit().value(), no.value()).query(LinkStore::number).list();
    }

    List<CaseNo> chain(CaseNo no) {
        return jdbc.sql(CHAIN).params(no.unit().value(), no.value()).query(LinkStore::number).list();
    }

    private static CaseNo number(ResultSet row, int i) throws SQLException {
        return new CaseNo(row.getString("case_no"));
    }
}
