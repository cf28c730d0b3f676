package org.yekuo.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;

/**
 * Keeps what somebody has typed into a form and not handed in (草稿): hers alone, encrypted, for ninety days. What it says is the page's business; a text too
 * long, or of a form whose name makes no sense, is not kept.
 */
@Component
public class KeepingDrafts {

    /** The longest draft kept, in characters. */
    public static final int LONGEST = 100_000;

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST = 200;

    /** A draft and when it was last saved. */
    public record Draft(String content, Instant savedAt) {}

    private static final String SAVE = """
            insert into draft (owner, form, sealed, saved_at) values (?, ?, ?, ?)
            on conflict (owner, form) do update set sealed = excluded.sealed, saved_at = excluded.saved_at""";

    // draft_age
    private static final String FORGET_OLD = "delete from draft where saved_at < ?";

    private static final String FORGET_MANY = """
            delete from draft where owner = ? and form in (select form from draft where owner = ? order by saved_at desc offset ?)""";

    private static final String FIND = "select sealed, saved_at from draft where owner = ? and form = ? and saved_at >= ?";

    private static final String DISCARD = "delete from draft where owner = ? and form = ?";

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final MachineClock clock;

    KeepingDrafts(JdbcClient jdbc, PersonalData personal, MachineClock clock) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.clock = clock;
    }

    /** The owner whose drafts lie under a telephone number that was proven; without the key it tells no number. */
    public String ownerOf(String phone) {
        return "phone:" + HexFormat.of().formatHex(personal.digest("draft " + phone));
    }

    /** Whether it was kept. */
    @Transactional
    public boolean save(String owner, String form, String content) {
        if (content.length() > LONGEST || !form.matches("/[\\w/.#-]{1,300}")) {
            return false;
        }
        var now = clock.now();
        jdbc.sql(SAVE).params(owner, form, personal.seal(content, place(owner, form)), Timestamp.from(now)).update();
        jdbc.sql(FORGET_OLD).param(Timestamp.from(now.minus(KEPT))).update();
        jdbc.sql(FORGET_MANY).params(owner, owner, MOST).update();
        return true;
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(String owner, String form) {
        return jdbc.sql(FIND).params(owner, form, Timestamp.from(clock.now().minus(KEPT)))
                .query((row, i) -> new Draft(personal.open(row.getBytes("sealed"), place(owner, form)), row.getTimestamp("saved_at").toInstant())).optional();
    }

    @Transactional
    public void discard(String owner, String form) {
        jdbc.sql(DISCARD).params(owner, form).update();
    }

    private static String place(String owner, String form) {
        return "draft/" + owner + form;
    }
}
