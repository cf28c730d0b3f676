package org.yekuo.drill;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.MachineClock;
import org.yekuo.portal.TextMessages;

/** Text messages of a drill (演练短信): kept to be shown, sent to nobody. */
@Component
@ConditionalOnProperty(name = "yekuo.mode", havingValue = "drill", matchIfMissing = true)
class DrillTexts implements TextMessages {

    private static final String LAST = "select phone, text, sent_at from drill_text order by n desc limit 50";

    private final JdbcClient jdbc;
    private final MachineClock clock;

    DrillTexts(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void send(String phone, String text) {
        jdbc.sql("insert into drill_text (phone, text, sent_at) values (?, ?, ?)").params(phone, text, Timestamp.from(clock.now())).update();
    }

    @Override
    public Optional<List<Sent>> shown() {
        return Optional.of(jdbc.sql(LAST).query((row, n) -> new Sent(row.getString(1), row.getString(2),
                row.getTimestamp(3).toInstant().atZone(BusinessClock.SHANGHAI).toLocalDateTime())).list());
    }
}
