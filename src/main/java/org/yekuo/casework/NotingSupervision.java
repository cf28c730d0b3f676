package org.yekuo.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.LimitBook;
import org.yekuo.casework.internal.ledger.LimitRound;
import org.yekuo.casework.internal.ledger.PartRow;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Enters into a case's ledger what is said about its handling from above or by its customer (催办、督办), with the message that goes out. It moves no
 * limit and opens nothing.
 */
@Component
public class NotingSupervision {

    public enum Kind { URGED, URGING_ANSWERED, SUPERVISION_OPENED, SUPERVISION_ANSWERED, SUPERVISION_CLOSED }

    /** A part that is open, by its name and whose it is. */
    public record Part(String stage, int phase, String part, Text name, Role role, UnitCode unit, @Nullable String assignee) {}

    /** A limit that runs. */
    public record Running(String limit, String standard, Text name, @Nullable LocalDate dueOn) {}

    /** The case, locked, as far as its supervision looks at it. */
    public record Seen(CaseNo caseNo, String customer, UnitCode handledBy, boolean ended, @Nullable String owner, @Nullable String deputy, LocalDate today,
            Instant at, List<Part> parts, List<Running> limits) {}

    /**
     * What is entered.
     *
     * @param to to whose boxes the message goes
     */
    public record Entry(Kind kind, Map<String, Object> data, List<String> to) {}

    private final Acting acting;
    private final Duties duties;

    NotingSupervision(Acting acting, Duties duties) {
        this.acting = acting;
        this.duties = duties;
    }

    /**
     * @param act what the actor must be allowed; the case's account managers may urge in any case
     * @param say looks at the locked case and says what to enter, or refuses; what it writes itself is committed with the entry
     */
    public Answer<Acted> note(CaseNo no, CaseAct act, Actor actor, Function<Seen, Answer<Entry>> say) {
        return acting.onAny(no, actor, desk -> {
            var forbidden = act == CaseAct.URGE && isHers(desk, actor) ? List.<Violation>of() : duties.mayAct(desk, act);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            return switch (say.apply(seen(desk))) {
                case Answer.Refused<Entry>(var refusal) -> Answer.refused(refusal);
                case Answer.Done<Entry>(var entry) -> enter(desk, entry);
            };
        });
    }

    private static Answer<Acted> enter(Desk desk, Entry entry) {
        desk.file.record(desk.moment, EventKind.valueOf(entry.kind().name()), entry.data());
        var payload = new TreeMap<>(entry.data());
        payload.put("to", entry.to());
        payload.put("customer", desk.file.application.customerName());
        payload.put("by", desk.moment.actor().name());
        desk.message("case." + entry.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), payload);
        return desk.done();
    }

    private static boolean isHers(Desk desk, Actor actor) {
        return actor.id().equals(desk.file.owner) || actor.id().equals(desk.file.deputy);
    }

    private static Seen seen(Desk desk) {
        var file = desk.file;
        var parts = file.runs.stream().filter(run -> !run.superseded).flatMap(run -> run.parts.stream().filter(part -> part.state == PartRow.State.OPEN).map(part ->
                new Part(run.stage, run.phase, part.key, name(desk, run.stage, part), part.role, part.responsibleUnit, part.assignee))).toList();
        var book = new LimitBook(file, desk.moment);
        var limits = file.limits.stream().filter(LimitRound::running).map(round -> new Running(round.limit, round.standard.name(),
                book.rowOf(round).map(row -> row.name()).orElse(new Text(round.limit, round.limit)), round.dueOn)).toList();
        return new Seen(file.no, file.application.customerName(), file.handledBy, file.status.ended(), file.owner, file.deputy, desk.moment.today(), desk.moment.recordedAt(), parts, limits);
    }

    private static Text name(Desk desk, String stage, PartRow part) {
        var definition = desk.file.definition(stage);
        return part.lead ? definition.name() : definition.parts().stream().filter(one -> one.key().equals(part.key)).findFirst().map(one -> one.name()).orElse(definition.name());
    }
}
