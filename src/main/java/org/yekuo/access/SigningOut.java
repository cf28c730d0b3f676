package org.yekuo.access;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.access.internal.TokenHash;
import org.yekuo.calendar.MachineClock;

/** Ends one token (退出); her others stay. */
@Component
public class SigningOut {

    private static final String REVOKE = "update access_token set revoked_at = ? where token_hash = ? and revoked_at is null";

    private final JdbcClient jdbc;
    private final MachineClock clock;

    SigningOut(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A token that is none, or has ended, stays so. */
    public void signOut(String token) {
        jdbc.sql(REVOKE).params(Timestamp.from(clock.now()), TokenHash.of(token)).update();
    }
}
