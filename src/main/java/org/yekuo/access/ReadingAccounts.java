package org.yekuo.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.MachineClock;

/** Reads how the accounts of people stand (账号状态). */
@Component
public class ReadingAccounts {

    /** LOCKED: by an administrator. WAITING: after too many failures, for a while. ONE_TIME: its password is to be changed. EXPIRED: it was not, in time. */
    public enum State { OPEN, ONE_TIME, EXPIRED, WAITING, LOCKED }

    /**
     * @param sessions how many tokens are good now
     * @param lastIn   when somebody last signed in with it
     */
    public record Account(String login, String staffNo, State state, @Nullable Instant lockedUntil, int sessions, @Nullable Instant lastIn) {}

    // account_of_staff, access_token_of_staff, sign_in_by_login
    private static final String FIND = """
            select login, staff_no, locked_at, locked_until, one_time_until,
              (select count(*) from access_token t where t.staff_no = account.staff_no and t.login = account.login and t.revoked_at is null and t.expires_at > :now) as sessions,
              (select max(at) from sign_in s where s.login = account.login and s.outcome = 'SIGNED_IN') as last_in
            from account where staff_no = any (:staff) order by login""";

    private final JdbcClient jdbc;
    private final MachineClock clock;

    ReadingAccounts(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By staff number; who has no account is not there. */
    public Map<String, List<Account>> of(Collection<String> staffNos) {
        var now = clock.now();
        return jdbc.sql(FIND).param("now", Timestamp.from(now)).param("staff", staffNos.toArray(String[]::new))
                .query((row, i) -> account(row, now)).list().stream().collect(Collectors.groupingBy(Account::staffNo));
    }

    private static Account account(ResultSet row, Instant now) throws SQLException {
        var lockedUntil = instant(row, "locked_until");
        var oneTimeUntil = instant(row, "one_time_until");
        var state = row.getTimestamp("locked_at") != null ? State.LOCKED : lockedUntil != null && lockedUntil.isAfter(now) ? State.WAITING
                : oneTimeUntil == null ? State.OPEN : oneTimeUntil.isBefore(now) ? State.EXPIRED : State.ONE_TIME;
        return new Account(row.getString("login"), row.getString("staff_no"), state, lockedUntil, row.getInt("sessions"), instant(row, "last_in"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
