package org.yekuo.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.access.Permissions;
import org.yekuo.casework.internal.ledger.PartRow;
import org.yekuo.casework.internal.ledger.Run;
import org.yekuo.organisation.Organisation;
import org.yekuo.regulation.ApprovalRow;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Who may do a part: the role in the responsible unit, and no duty in this case that excludes it (semantics 14). */
@Component
public class Duties {

    private final Organisation organisation;
    private final Authorities authorities;

    Duties(Organisation organisation, Authorities authorities) {
        this.organisation = organisation;
        this.authorities = authorities;
    }

    /** Everything that keeps the actor from this part; empty when she may do it. */
    public List<Violation> check(Desk desk, Run run, PartRow part) {
        return check(desk, run, part, desk.moment.actor(), null);
    }

    /** Everything that keeps a person from this part, while an act is done that may lift separations by name. */
    List<Violation> check(Desk desk, Run run, PartRow part, Actor actor, @Nullable String act) {
        if (actor.kind() == Actor.Kind.SYSTEM) {
            return List.of();
        }
        var wrong = new ArrayList<Violation>();
        if (actor.kind() != Actor.Kind.STAFF || !organisation.holds(actor.id(), part.role, part.responsibleUnit, desk.moment.today())) {
            wrong.add(Violation.of("casework.role-may-not", desk.file.definition(run.stage).name().zh(), part.role.zh(),
                    organisation.unit(part.responsibleUnit).map(unit -> unit.name()).orElse(part.responsibleUnit.value()), actor.name()));
        }
        wrong.addAll(separated(desk, run, part, actor, act));
        return wrong;
    }

    /** The customer requests for herself; for her, whoever handles the case or leads the stage. */
    public List<Violation> mayRequest(Desk desk, Run run) {
        var wrong = mayAct(desk, CaseAct.REQUEST);
        return wrong.isEmpty() || check(desk, run, run.lead()).isEmpty() ? List.of() : wrong;
    }

    /** An absence is recorded by the colleague herself or by the lead who waited for her. */
    public List<Violation> mayRecordAbsence(Desk desk, Run run, PartRow part) {
        var wrong = check(desk, run, part);
        return wrong.isEmpty() || check(desk, run, run.lead()).isEmpty() ? List.of() : wrong;
    }

    /** The pack's approver of something done by an act on the case, in the unit of her level; else who would be. */
    public List<Violation> mayApprove(Desk desk, ApprovalRow row, String what) {
        var actor = desk.moment.actor();
        var unit = desk.file.responsible(row.level());
        boolean may = actor.kind() == Actor.Kind.STAFF && organisation.holds(actor.id(), row.approver(), unit, desk.moment.today());
        return may ? List.of() : List.of(Violation.of("casework.role-may-not", what, row.approver().zh(),
                organisation.unit(unit).map(found -> found.name()).orElse(unit.value()), actor.name()).citing(row.basis().clause()));
    }

    /**
     * Whether the actor may do an act on the case as a whole: the customer herself, her agent while she
     * lets him, or one of the act's roles in a unit that has to do with it.
     */
    public List<Violation> mayAct(Desk desk, CaseAct act) {
        var actor = desk.moment.actor();
        if (actor.kind() == Actor.Kind.AGENT) {
            return Permissions.agentMay(act) ? authorities.fault(desk) : List.of(Violation.of("casework.agent-may-not", actor.name(), act.zh()));
        }
        var roles = Permissions.rolesFor(act);
        boolean may = switch (actor.kind()) {
            case SYSTEM -> true;
            case CUSTOMER -> Permissions.customerMay(act);
            case AGENT -> false;
            case STAFF -> units(desk).anyMatch(unit -> roles.stream().anyMatch(role -> organisation.holds(actor.id(), role, unit, desk.moment.today())));
        };
        return may ? List.of() : List.of(Violation.of("casework.act-not-allowed", act.zh(),
                String.join("、", roles.stream().map(role -> role.zh()).sorted().toList()), actor.name()));
    }

    /** Whether the actor may do an act for one unit: one of the act's roles there, or in a unit above it. */
    public List<Violation> mayActIn(Desk desk, CaseAct act, UnitCode unit) {
        var actor = desk.moment.actor();
        var roles = Permissions.rolesFor(act);
        boolean may = actor.kind() == Actor.Kind.SYSTEM || actor.kind() == Actor.Kind.STAFF
                && Stream.of(unit, desk.file.unit(), desk.file.unit().province()).distinct()
                        .anyMatch(one -> roles.stream().anyMatch(role -> organisation.holds(actor.id(), role, one, desk.moment.today())));
        return may ? List.of() : List.of(Violation.of("casework.act-not-allowed", act.zh(),
                organisation.unit(unit).map(found -> found.name()).orElse(unit.value()) + ":"
                        + String.join("、", roles.stream().map(role -> role.zh()).sorted().toList()), actor.name()));
    }

    private static Stream<UnitCode> units(Desk desk) {
        return Stream.of(desk.file.handledBy, desk.file.acceptedByUnit, desk.file.unit(), desk.file.unit().province()).distinct();
    }

    private static List<Violation> separated(Desk desk, Run run, PartRow part, Actor actor, @Nullable String act) {
        var wrong = new ArrayList<Violation>();
        for (var row : desk.file.pack.separations()) {
            if (!row.holds(desk.file.facts) || act != null && row.liftedBy(act, desk.file.facts)) {
                continue;
            }
            for (var other : desk.file.runs) {
                if (other.superseded && other.stage.equals(run.stage)) {
                    continue;
                }
                for (var done : other.parts) {
                    boolean hers = actor.id().equals(done.closedBy) && (other != run || done != part);
                    if (hers && row.separates(duty(run, part), duty(other, done))) {
                        wrong.add(Violation.of("casework.separated-duties", row.name().zh(), actor.name(),
                                desk.file.definition(other.stage).name().zh(), String.valueOf(done.closedOn)).citing(row.basis().clause()));
                    }
                }
            }
        }
        return wrong;
    }

    /** A duty as the pack names it: the stage for its lead, {@code stage.part} for another part. */
    private static String duty(Run run, PartRow part) {
        return part.lead ? run.stage : run.stage + "." + part.key;
    }
}
