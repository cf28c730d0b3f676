package org.yekuo.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.casework.internal.CaseReader;
import org.yekuo.document.Receipt;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;
import tools.jackson.databind.JsonNode;

/** Reads a case as whoever asks may see it; a case of another unit is not there. */
@Component
public class ReadingCase {

    /** The case on one page: who, what, where it stands and whose turn it is. */
    public record Summary(
            CaseNo caseNo, String status, String pack, String procedure, Text procedureName, String unit, String handledBy, String acceptedByHall,
            @Nullable String owner, @Nullable String deputy, Application application, Map<String, Object> facts, long customerId,
            @Nullable CaseNo predecessor, List<CaseNo> successors, @Nullable String originalNo, LocalDate registeredOn, @Nullable LocalDate acceptedOn,
            @Nullable LocalDate endedOn, boolean onHold, List<Turn> turns, List<Suspended> suspensions, List<Handed> transfers, long events,
            @Nullable Green greenChannel, @Nullable Recorded recorded) {}

    /**
     * What an old system recorded of an ended case beside what every case has (历史工单): it was not checked here.
     *
     * @param consumerNo the account it led to or changed (户号)
     * @param served     when receipts reached the customer, by stage
     */
    public record Recorded(
            @Nullable String originalSystem, long importNo, @Nullable String consumerNo, @Nullable String archiveNo, @Nullable String archivePlace,
            @Nullable String endReason, List<Served> served) {}

    /** That the receipt of a stage reached the customer. */
    public record Served(String stage, Text name, LocalDate on) {}

    /** A transfer from one unit to another: when it is to be answered, and what became of it. */
    public record Handed(
            int n, String from, String to, String reason, String askedBy, LocalDate askedOn, LocalDate dueOn, String state, @Nullable LocalDate answeredOn,
            @Nullable String answeredBy, @Nullable String answer, boolean overdue) {}

    /**
     * The green channel (绿色通道): who granted it and why, and what is still outstanding.
     *
     * @param reason the pack's code of it
     */
    public record Green(
            String grantedBy, String grantedByName, LocalDate grantedOn, String reason, Text reasonName, @Nullable String note, JsonNode evidence,
            List<Outstanding> outstanding) {}

    /**
     * Something that was let follow and is not there yet.
     *
     * @param kind  PAPER, or CONDITION of energising
     * @param stage the stage that keeps watch over it; the case is not archived before
     * @param dueOn the latest day
     */
    public record Outstanding(String kind, String code, Text name, String stage, LocalDate dueOn, boolean overdue) {}

    /** Whose turn it is: the company's part that is open, by its key, or the customer's request that is waited for. */
    public record Turn(String stage, Text name, int phase, int round, String whose, @Nullable String unit, @Nullable String role, @Nullable String assignee,
            @Nullable LocalDate dueOn, @Nullable String part) {}

    /** A time in which clocks stand. */
    public record Suspended(int n, String kind, String reason, LocalDate enteredOn, LocalDate fromDay, @Nullable LocalDate toDay, boolean counts, boolean claimed) {}

    /** One run of a stage. */
    public record Stage(
            String stage, Text name, int phase, int round, String state, boolean live, boolean settled, LocalDate openedOn, @Nullable LocalDate requestedOn,
            @Nullable LocalDate closedOn, @Nullable String closedBy, @Nullable String outcome, @Nullable String reason, @Nullable JsonNode result,
            List<Part> parts) {}

    /** One part of a run. */
    public record Part(
            String part, String kind, String role, Text roleName, String unit, String state, @Nullable String assignee, @Nullable LocalDate dueOn,
            @Nullable String opinion, @Nullable String text, @Nullable LocalDate closedOn, @Nullable String closedBy) {}

    /**
     * One round of a limit, explained.
     *
     * @param used      days used as they are assessed
     * @param claimed   days used as an old system has it, where it claims pauses nobody can prove; null elsewhere
     * @param dueOn     the latest day, or null while its clock stands
     * @param left      days left at the end of today; negative when late
     * @param moved     when and why a change of the calendar moved the latest day
     * @param explained a sentence
     */
    public record Limit(
            String limit, Text name, String standard, int phase, int round, String state, LocalDate day0, int amount, String unit, int used, int carried, @Nullable Integer claimed,
            @Nullable Integer left, @Nullable LocalDate dueOn, @Nullable LocalDate stoppedOn, @Nullable String verdict, boolean paused,
            List<Pause> pauses, List<Moved> moved, List<String> starts, List<String> stops, String clause, boolean inferred, Text explained) {}

    /** A due day moved by a change of the calendar: old and new, both calendars, and each day that counts otherwise now, with its notice. */
    public record Moved(LocalDate on, @Nullable LocalDate wasDue, @Nullable LocalDate due, String calendarWas, String calendar, JsonNode changedDays) {}

    /** Why the clock stood, from when to when, and what proves it. */
    public record Pause(String reason, LocalDate from, @Nullable LocalDate to, boolean counts, JsonNode evidence) {}

    /** One entry of the ledger. */
    public record Event(
            long seq, LocalDate happenedOn, Instant recordedAt, String actor, String actorName, String kind, JsonNode data, String prevHash, String hash) {}

    private final CaseReader reader;

    ReadingCase(CaseReader reader) {
        this.reader = reader;
    }

    @Transactional(readOnly = true)
    public Optional<Summary> summary(CaseNo no, Actor actor) {
        return reader.file(no, actor).map(reader::summary);
    }

    @Transactional(readOnly = true)
    public Optional<List<Stage>> stages(CaseNo no, Actor actor) {
        return reader.file(no, actor).map(reader::stages);
    }

    @Transactional(readOnly = true)
    public Optional<List<Limit>> limits(CaseNo no, Actor actor) {
        return reader.file(no, actor).map(reader::limits);
    }

    /** Entries after {@code afterSeq}, at most {@code limit}. */
    @Transactional(readOnly = true)
    public Optional<List<Event>> events(CaseNo no, long afterSeq, int limit, Actor actor) {
        return reader.file(no, actor).map(file -> reader.events(file, afterSeq, limit));
    }

    @Transactional(readOnly = true)
    public Optional<List<Receipt>> receipts(CaseNo no, Actor actor) {
        return reader.file(no, actor).map(reader::receipts);
    }
}
