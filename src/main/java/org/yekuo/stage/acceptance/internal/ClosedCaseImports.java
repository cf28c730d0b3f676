package org.yekuo.stage.acceptance.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.access.PersonalData;
import org.yekuo.calendar.MachineClock;
import org.yekuo.database.CopyRows;
import org.yekuo.stage.acceptance.ClosedCaseImport;
import org.yekuo.stage.acceptance.ClosedCaseImport.Refused;
import org.yekuo.stage.acceptance.ClosedCaseImport.State;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;
import tools.jackson.databind.json.JsonMapper;

/** The imports of closed cases and the first lines each refused. */
@Component
public class ClosedCaseImports {

    /** So many refused lines of an import are kept; the others are counted. */
    private static final int MOST_REFUSED = 10_000;

    private static final String BEGIN = """
            insert into closed_case_import (unit, by_staff, by_name, file_name, trial, state, started_at, moved_at, chain) values (?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?)
            returning *""";

    private static final String MOVE = """
            update closed_case_import set lines = lines + ?, taken = taken + ?, already = already + ?, refused = refused + ?, chain = ?, moved_at = ? where import_no = ?
            returning *""";

    private static final String CHAIN = "select chain from closed_case_import where import_no = ?";

    private static final String END = "update closed_case_import set state = ?, moved_at = ? where import_no = ? returning *";

    private static final String ONE = "select * from closed_case_import where import_no = ?";

    // the primary key, backwards
    private static final String LATEST = "select * from closed_case_import where import_no < ? and unit like any (?) order by import_no desc limit ?";

    private static final String REFUSED = "select line, why from closed_case_refusal where import_no = ? and line > ? order by line limit ?";

    private static final String KEPT = "select count(*) from closed_case_refusal where import_no = ?";

    private final JdbcClient jdbc;
    private final JdbcOperations together;
    private final MachineClock clock;
    private final PersonalData sealing;
    private final JsonMapper json = JsonMapper.builder().build();

    ClosedCaseImports(JdbcClient jdbc, JdbcOperations together, MachineClock clock, PersonalData sealing) {
        this.jdbc = jdbc;
        this.together = together;
        this.clock = clock;
        this.sealing = sealing;
    }

    public ClosedCaseImport begin(UnitCode unit, Actor by, String fileName, boolean trial) {
        var now = now();
        return jdbc.sql(BEGIN).params(unit.value(), by.id(), by.name(), fileName, trial, now, now, "0".repeat(64)).query((row, i) -> read(row)).single();
    }

    /** Counts a batch, in its transaction; {@code heads} are the last hashes of the ledgers of the cases it took over. */
    public ClosedCaseImport move(long importNo, long lines, long already, List<Refused> refused, Collection<String> heads, long taken) {
        keep(importNo, refused);
        var chain = jdbc.sql(CHAIN).param(importNo).query(String.class).single();
        return jdbc.sql(MOVE).params(lines, taken, already, refused.size(), heads.isEmpty() ? chain : hash(chain + String.join("", heads)), now(), importNo)
                .query((row, i) -> read(row)).single();
    }

    public ClosedCaseImport end(long importNo, State state) {
        return jdbc.sql(END).params(state.name(), now(), importNo).query((row, i) -> read(row)).single();
    }

    public Optional<ClosedCaseImport> find(long importNo) {
        return jdbc.sql(ONE).param(importNo).query((row, i) -> read(row)).optional();
    }

    /** Imports of these units and those below, the newest first. */
    public List<ClosedCaseImport> latest(UnitCode within, long before, int size) {
        return jdbc.sql(LATEST).params(before, new String[] {within.value() + "%"}, size).query((row, i) -> read(row)).list();
    }

    /** Refused lines behind {@code after}, in order. */
    public List<Refused> refused(long importNo, long after, int size) {
        return jdbc.sql(REFUSED).params(importNo, after, size)
                .query((row, i) -> json.readValue(sealing.open(row.getBytes("why"), place(importNo, row.getLong("line"))), Refused.class)).list();
    }

    private void keep(long importNo, List<Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        long room = MOST_REFUSED - jdbc.sql(KEPT).param(importNo).query(Long.class).single();
        var rows = new CopyRows("closed_case_refusal", "import_no, line, why");
        refused.stream().limit(Math.max(0, room)).forEach(one -> rows.add(importNo, one.line(), sealing.seal(json.writeValueAsString(one), place(importNo, one.line()))));
        rows.go(together);
    }

    private static String place(long importNo, long line) {
        return "closed_case_refusal/" + importNo + "/" + line;
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClosedCaseImport read(ResultSet row) throws SQLException {
        return new ClosedCaseImport(row.getLong("import_no"), new UnitCode(row.getString("unit")), row.getString("by_staff"), row.getString("by_name"), row.getString("file_name"),
                row.getBoolean("trial"), State.valueOf(row.getString("state")), row.getTimestamp("started_at").toInstant(), row.getTimestamp("moved_at").toInstant(),
                row.getLong("lines"), row.getLong("taken"), row.getLong("already"), row.getLong("refused"), row.getString("chain"));
    }
}
