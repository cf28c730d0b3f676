package org.yekuo.portal;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.portal.internal.Hashes;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Lets the customer's telephone send pictures of her papers to the desk she stands at (手机传资料). A link is good for half an hour and a few files; it
 * shows the names of papers and nothing of the case. What it brings lies at the desk until the clerk takes it.
 */
@Component
public class SendingPapers {

    /** A paper that may be sent. */
    public record Item(String code, Text name) {}

    /** An open link, as the telephone sees it; who sends by it is this link's telephone. */
    public record Link(UnitCode unit, @Nullable CaseNo caseNo, List<Item> items) {}

    /** What came for a paper. */
    public record Arrived(String type, String fileId, String name) {}

    public static final Duration VALID_FOR = Duration.ofMinutes(30);
    private static final int MOST_FILES = 30;
    private static final int MOST_TRIES = 60;
    private static final int MOST_A_MINUTE = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    // phone_link_age
    private static final String FORGET = "delete from phone_link where expires_at < ?";

    private static final String OPEN = """
            insert into phone_link (token_hash, unit, case_no, opened_by, opened_at, expires_at, items) values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String OFFER = "update phone_link set items = ? where token_hash = ? and opened_by = ?";
    private static final String LINK = "select unit, case_no, items from phone_link where token_hash = ? and expires_at > ?";
    /** One row, one lock: tries that come at once are counted one after the other, and one that is too many counts nothing. */
    private static final String TRY = """
            update phone_link
            set tries = tries + 1,
                minute_from = case when minute_from > :minute then minute_from else :now end,
                minute_tries = case when minute_from > :minute then minute_tries + 1 else 1 end
            where token_hash = :token and expires_at > :now and tries < :tries and (minute_from is null or minute_from <= :minute or minute_tries < :fast)""";

    private static final String TRIES = "select tries from phone_link where token_hash = ?";
    private static final String LOCK = "select 1 from phone_link where token_hash = ? and expires_at > ? for update";

    private static final String COUNT = "select count(*) from phone_file where token_hash = ?";

    private static final String KEEP = """
            insert into phone_file (token_hash, n, type, file_id, name, received_at)
            select ?, coalesce(max(n), 0) + 1, ?, ?, ?, ? from phone_file where token_hash = ?""";

    private static final String ARRIVED = """
            select f.type, f.file_id, f.name from phone_file f join phone_link l using (token_hash)
            where token_hash = ? and l.opened_by = ? order by f.n""";

    private static final String SENT = "select distinct type from phone_file where token_hash = ?";

    private final JdbcClient jdbc;
    private final MachineClock clock;

    SendingPapers(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a link for the desk of {@code clerk}; answers its token, which is kept nowhere. */
    @Transactional
    public String open(UnitCode unit, @Nullable CaseNo caseNo, List<Item> items, Actor clerk) {
        var now = clock.now();
        jdbc.sql(FORGET).param(Timestamp.from(now.minus(Duration.ofDays(1)))).update();
        var token = Hashes.token(RANDOM);
        jdbc.sql(OPEN).params(new ArrayList<@Nullable Object>(java.util.Arrays.asList(Hashes.of(token), unit.city().value(), caseNo == null ? null : caseNo.value(), clerk.id(),
                Timestamp.from(now), Timestamp.from(now.plus(VALID_FOR)), written(items)))).update();
        return token;
    }

    /** Changes what may be sent: the list follows what the clerk types. Only she who opened the link may. */
    @Transactional
    public void offer(String token, List<Item> items, Actor clerk) {
        jdbc.sql(OFFER).params(written(items), Hashes.of(token), clerk.id()).update();
    }

    /** The link, while it is good. */
    @Transactional(readOnly = true)
    public Optional<Link> find(String token) {
        return jdbc.sql(LINK).params(Hashes.of(token), Timestamp.from(clock.now())).query((row, n) -> {
            var caseNo = row.getString("case_no");
            return new Link(new UnitCode(row.getString("unit")), caseNo == null ? null : new CaseNo(caseNo), read(row.getString("items")));
        }).optional();
    }

    /** Lets one file come for a paper of the link, before it is read: it counts as a try, whatever comes of it. Answers who sends it, this link's telephone. */
    @Transactional
    public Answer<Actor> expect(String token, String type) {
        var hash = Hashes.of(token);
        if (find(token).filter(link -> link.items().stream().anyMatch(item -> item.code().equals(type))).isEmpty()) {
            return over();
        }
        var now = clock.now();
        boolean mayTry = jdbc.sql(TRY).param("token", hash).param("now", Timestamp.from(now)).param("minute", Timestamp.from(now.minus(Duration.ofMinutes(1))))
                .param("tries", MOST_TRIES).param("fast", MOST_A_MINUTE).update() > 0;
        if (!mayTry) {
            int tries = jdbc.sql(TRIES).param(hash).query(Integer.class).optional().orElse(0);
            return Answer.invalid(List.of(tries >= MOST_TRIES ? Violation.of("portal.link-full", MOST_FILES) : Violation.of("portal.link-too-fast", MOST_A_MINUTE)));
        }
        var full = full(hash);
        return full.isEmpty() ? Answer.done(new Actor("customer:phone-" + hash.substring(0, 16), "客户手机", Actor.Kind.CUSTOMER)) : Answer.invalid(full);
    }

    /** Lays a stored file at the desk, for one of the link's papers. */
    @Transactional
    public Answer<Arrived> receive(String token, String type, String fileId, String name) {
        var hash = Hashes.of(token);
        var now = Timestamp.from(clock.now());
        var link = find(token);
        if (link.isEmpty() || jdbc.sql(LOCK).params(hash, now).query(Integer.class).optional().isEmpty() || link.get().items().stream().noneMatch(item -> item.code().equals(type))) {
            return over();
        }
        var full = full(hash);
        if (!full.isEmpty()) {
            return Answer.invalid(full);
        }
        jdbc.sql(KEEP).params(hash, type, fileId, name, now, hash).update();
        return Answer.done(new Arrived(type, fileId, name));
    }

    /** All that came, in order; of one paper the last counts. For the clerk who opened the link, also when it is over. */
    @Transactional(readOnly = true)
    public List<Arrived> arrived(String token, Actor clerk) {
        return jdbc.sql(ARRIVED).params(Hashes.of(token), clerk.id()).query((row, n) -> new Arrived(row.getString("type"), row.getString("file_id"), row.getString("name"))).list();
    }

    /** Which papers have come, for the telephone that sends them. */
    @Transactional(readOnly = true)
    public List<String> sent(String token) {
        return jdbc.sql(SENT).param(Hashes.of(token)).query(String.class).list();
    }

    private List<Violation> full(String hash) {
        return jdbc.sql(COUNT).param(hash).query(Integer.class).single() >= MOST_FILES ? List.of(Violation.of("portal.link-full", MOST_FILES)) : List.of();
    }

    private static <T> Answer<T> over() {
        return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("portal.link-over", VALID_FOR.toMinutes()));
    }

    /** One paper a line: code and names, parted by tabs, which no name has. */
    private static String written(List<Item> items) {
        return String.join("\n", items.stream().map(item -> String.join("\t", item.code(), item.name().zh(), item.name().en())).toList());
    }

    private static List<Item> read(String items) {
        return items.lines().map(line -> line.split("\t", 3)).map(parts -> new Item(parts[0], new Text(parts[1], parts[2]))).toList();
    }
}
