package org.yekuo.casework.internal.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.ReadingRisk.Cause;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.regulation.Standard;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;

/**
 * What figures and lists go by of a case on its way (在途).
 *
 * @param owner          empty where nobody has it yet
 * @param dueOn          the nearest latest day of a promise that runs, or null where none does
 * @param capacityKva    capacity applied for, kVA
 * @param awaitsCapacity whether it stands at a stage that is only there where capacity is short (受限)
 * @param poweredOn      the day all of it had power, or null where some of it has none yet
 */
public record UnderWay(UnitCode handledBy, String owner, boolean held, @Nullable LocalDate dueOn, BigDecimal capacityKva, Cause liesWith, boolean awaitsCapacity,
        @Nullable LocalDate acceptedOn, @Nullable LocalDate poweredOn) {

    private static final String SHORT = "constrained";
    private static final Set<ReasonRow.Cause> OTHERS = Set.of(ReasonRow.Cause.GOVERNMENT, ReasonRow.Cause.NATURE);

    /** Nothing once the case has ended. */
    public static Optional<UnderWay> of(CaseFile file) {
        if (file.status.ended()) {
            return Optional.empty();
        }
        boolean awaits = file.runs.stream().filter(UnderWay::goesOn).anyMatch(run -> file.procedure.stage(run.stage).filter(UnderWay::onlyWhenShort).isPresent());
        return Optional.of(new UnderWay(file.handledBy, Objects.requireNonNullElse(file.owner, ""), file.status == CaseStatus.ON_HOLD, nearest(file),
                file.facts.number("capacityKva").orElse(BigDecimal.ZERO), liesWith(file, awaits), awaits,
                file.acceptedOn, powered(file)));
    }

    private static @Nullable LocalDate powered(CaseFile file) {
        LocalDate last = null;
        for (var stage : file.procedure.stages()) {
            if (stage.irreversible()) {
                for (var phase : file.phasesOf(stage)) {
                    var day = file.live(stage.key(), phase).filter(Run::passed).map(run -> run.closedOn).orElse(null);
                    if (day == null) {
                        return null;
                    }
                    last = last == null || day.isAfter(last) ? day : last;
                }
            }
        }
        return last;
    }

    private static @Nullable LocalDate nearest(CaseFile file) {
        return file.limits.stream().filter(limit -> limit.running() && limit.standard == Standard.COMMITTED)
                .flatMap(limit -> Optional.ofNullable(limit.dueOn).stream()).min(LocalDate::compareTo).orElse(null);
    }

    private static Cause liesWith(CaseFile file, boolean awaitsCapacity) {
        if (file.suspensions.stream().anyMatch(suspension -> suspension.stands() && isOthers(file, suspension.reason))) {
            return Cause.THIRD;
        }
        if (awaitsCapacity) {
            return Cause.GRID;
        }
        boolean ours = file.runs.stream().flatMap(run -> run.parts.stream()).anyMatch(part -> part.state == PartRow.State.OPEN);
        return !ours && file.runs.stream().anyMatch(run -> !run.superseded && run.state == Run.State.WAITING) ? Cause.CUSTOMER : Cause.COMPANY;
    }

    private static boolean isOthers(CaseFile file, String reason) {
        return file.pack.reasons().stream().anyMatch(row -> row.code().equals(reason) && OTHERS.contains(row.cause()));
    }

    private static boolean goesOn(Run run) {
        return !run.superseded && (run.state == Run.State.OPEN || run.state == Run.State.WAITING);
    }

    private static boolean onlyWhenShort(StageDefinition stage) {
        return stage.when().conditions().containsKey(SHORT) && stage.when().match(new Facts(Map.of(SHORT, true)));
    }
}
