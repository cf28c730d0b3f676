package org.yekuo.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.MachineClock;
import org.yekuo.outbox.OutboxMessage;
import org.yekuo.supervision.ReadingNotices.Notice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The boxes of the staff. */
@Component
public class Notices {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PUT = """
            insert into notice (staff_no, unit, case_no, kind, args, about, message_id, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (message_id, staff_no) do nothing""";

    // notice_of_person
    private static final String PAGE = "select * from notice where staff_no = ? and id < ? order by id desc limit ?";

    // notice_unread
    private static final String UNREAD = "select count(*) from notice where staff_no = ? and read_at is null";

    private static final String READ = "update notice set read_at = coalesce(read_at, ?) where id = ? and staff_no = ? returning *";

    private static final String READ_ALL = "update notice set read_at = ? where staff_no = ? and read_at is null";

    private final JdbcClient jdbc;
    private final MachineClock clock;

    Notices(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void put(String staffNo, OutboxMessage message, String kind, List<String> args, String about) {
        jdbc.sql(PUT).params(staffNo, message.unit().value(), message.caseNo().value(), kind, JSON.writeValueAsString(args), about, message.id(), now()).update();
    }

    public long unread(String staffNo) {
        return jdbc.sql(UNREAD).param(staffNo).query(Long.class).single();
    }

    public List<Notice> page(String staffNo, long before, int most) {
        return jdbc.sql(PAGE).params(Arrays.asList(staffNo, before, most)).query((row, i) -> notice(row)).list();
    }

    public Optional<Notice> read(String staffNo, long id) {
        return jdbc.sql(READ).params(now(), id, staffNo).query((row, i) -> notice(row)).optional();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(row.getLong("id"), row.getString("case_no"), row.getString("kind"), JSON.readTree(row.getString("args")).valueStream().map(JsonNode::asString).toList(),
                row.getString("about"), row.getTimestamp("recorded_at").toInstant(), row.getTimestamp("read_at") != null);
    }

    public void readAll(String staffNo) {
        jdbc.sql(READ_ALL).params(now(), staffNo).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.now());
    }
}
