package org.yekuo.publishing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.CalendarChange;
import org.yekuo.calendar.Notice;
import org.yekuo.calendar.PublishedYears;
import org.yekuo.publishing.Proposal;
import org.yekuo.publishing.Publication;
import org.yekuo.vocabulary.Actor;
import tools.jackson.databind.json.JsonMapper;

/** Proposals and what became of them. */
@Component
public class ProposalStore {

    // one_open_proposal keeps a second one out
    private static final String INSERT = """
            insert into publication_proposal (kind, subject, content, note, state, proposed_by, proposed_by_name, proposed_at)
            values (?, ?, ?, ?, 'PROPOSED', ?, ?, ?) on conflict (kind, subject) where state = 'PROPOSED' do nothing returning id""";

    private static final String FIND = "select * from publication_proposal where id = ?";

    // proposals_of_subject
    private static final String OF_SUBJECT = "select * from publication_proposal where kind = ? and subject = any (?) order by id desc";

    private static final String LATEST = "select * from publication_proposal where kind = any (?) order by id desc limit 200";

    private static final String DECIDE = """
            update publication_proposal set state = ?, decided_by = ?, decided_by_name = ?, decided_at = ? where id = ?""";

    /** What is proposed, as it is kept; days in the lines of the calendar. */
    private record Content(
            @Nullable Long draft, @Nullable LocalDate effectiveFrom, @Nullable Integer year, @Nullable LocalDate day, @Nullable String title,
            @Nullable String number, @Nullable String days) {}

    private final JdbcClient jdbc;
    private final JsonMapper mapper;

    ProposalStore(JdbcClient jdbc, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /** The new proposal's id, or none when there is an open one for the same subject. */
    public Optional<Long> insert(Publication what, String note, Actor actor, Instant now) {
        return jdbc.sql(INSERT).params(what.kind().name(), what.subject(), mapper.writeValueAsString(content(what)), note, actor.id(), actor.name(),
                Timestamp.from(now)).query(Long.class).optional();
    }

    public Optional<Proposal> find(long id) {
        return jdbc.sql(FIND).param(id).query((row, i) -> proposal(row)).optional();
    }

    /** The proposal, locked until the end of the transaction. */
    public Optional<Proposal> lock(long id) {
        return jdbc.sql(FIND + " for update").param(id).query((row, i) -> proposal(row)).optional();
    }

    /** All about these subjects, the latest first. */
    public List<Proposal> of(Publication.Kind kind, List<String> subjects) {
        return jdbc.sql(OF_SUBJECT).params(kind.name(), subjects.toArray(String[]::new)).query((row, i) -> proposal(row)).list();
    }

    public List<Proposal> latest(Publication.Kind... kinds) {
        return jdbc.sql(LATEST).param(java.util.Arrays.stream(kinds).map(Enum::name).toArray(String[]::new)).query((row, i) -> proposal(row)).list();
    }

    public void decide(long id, Proposal.State state, Actor actor, Instant now) {
        jdbc.sql(DECIDE).params(state.name(), actor.id(), actor.name(), Timestamp.from(now), id).update();
    }

    private static Content content(Publication what) {
        return switch (what) {
            case Publication.OfPack pack -> new Content(pack.draft(), pack.effectiveFrom(), null, null, null, null, null);
            case Publication.OfCalendar(CalendarChange change) -> new Content(null, null, change.notice().year(),
                    change instanceof CalendarChange.Day one ? one.day().date() : null, change.notice().title(), change.notice().number().orElse(null),
                    PublishedYears.format(change.days()));
        };
    }

    private Proposal proposal(ResultSet row) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        var kind = Publication.Kind.valueOf(row.getString("kind"));
        return new Proposal(row.getLong("id"), kind, row.getString("subject"), read(kind, mapper.readValue(row.getString("content"), Content.class)),
                row.getString("note"), Proposal.State.valueOf(row.getString("state")), row.getString("proposed_by"), row.getString("proposed_by_name"),
                row.getTimestamp("proposed_at").toInstant(), row.getString("decided_by"), row.getString("decided_by_name"),
                decided == null ? null : decided.toInstant());
    }

    private static Publication read(Publication.Kind kind, Content content) {
        return switch (kind) {
            case PACK -> new Publication.OfPack(there(content.draft()), there(content.effectiveFrom()));
            case YEAR -> new Publication.OfCalendar(new CalendarChange.Year(there(content.year()), notice(content), PublishedYears.parse(there(content.days()))));
            case DAY -> new Publication.OfCalendar(new CalendarChange.Day(PublishedYears.parse(there(content.days())).getFirst(), notice(content)));
        };
    }

    private static Notice notice(Content content) {
        return new Notice(there(content.year()), there(content.title()), Optional.ofNullable(content.number()));
    }

    private static <T> T there(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }
}
