package org.yekuo.casework;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.vocabulary.CaseNo;

/** Which parts of some cases are open, for whoever keeps a list about them. */
@Component
public class ReadingTurns {

    // the key of stage_part, case by case
    private static final String OPEN = """
            select p.case_no, p.stage || '/' || p.phase || '/' || p.part as part
            from unnest(?::text[], ?::text[]) one (unit, case_no) join stage_part p on p.unit = one.unit and p.case_no = one.case_no where p.state = 'OPEN'""";

    private record Row(CaseNo caseNo, String part) {}

    private final JdbcClient jdbc;

    ReadingTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open parts, as {@code stage/phase/part}; a case without any has no entry. */
    @Transactional(readOnly = true)
    public Map<CaseNo, List<String>> openParts(List<CaseNo> cases) {
        if (cases.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(OPEN).params(List.of(cases.stream().map(no -> no.unit().value()).toArray(String[]::new), cases.stream().map(CaseNo::value).toArray(String[]::new)))
                .query((row, i) -> new Row(new CaseNo(row.getString("case_no")), row.getString("part"))).list().stream()
                .collect(Collectors.groupingBy(Row::caseNo, Collectors.mapping(Row::part, Collectors.toList())));
    }
}
