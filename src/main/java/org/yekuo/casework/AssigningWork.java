package org.yekuo.casework;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Gives a case another account manager, or one part of it to a person who holds its role (派工、转派). */
@Component
public class AssigningWork {

    private final Acting acting;
    private final Duties duties;
    private final Organisation organisation;

    AssigningWork(Acting acting, Duties duties, Organisation organisation) {
        this.acting = acting;
        this.duties = duties;
        this.organisation = organisation;
    }

    /**
     * @param stage the stage whose part is assigned, or null to assign the case itself
     * @param part  the part, or null for the lead
     */
    public Answer<Acted> assign(CaseNo no, @Nullable String stage, @Nullable Integer phase, @Nullable String part, String staffNo, Actor actor) {
        return acting.on(no, actor, desk -> {
            boolean herself = stage != null && staffNo.equals(actor.id());
            var forbidden = herself ? List.<Violation>of() : duties.mayAct(desk, CaseAct.ASSIGN);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            return stage == null ? owner(desk, staffNo) : part(desk, stage, desk.file.procedure.stage(stage).isEmpty() ? 0 : desk.phaseOf(stage, phase),
                    part == null ? "lead" : part, staffNo);
        });
    }

    private Answer<Acted> owner(Desk desk, String staffNo) {
        if (!organisation.holds(staffNo, Role.ACCOUNT_MANAGER, desk.file.handledBy, desk.moment.today())) {
            return Answer.invalid(List.of(Violation.at("staff", "casework.not-entitled", staffNo, Role.ACCOUNT_MANAGER.zh())));
        }
        desk.giveTo(staffNo, staffNo.equals(desk.file.deputy) ? desk.file.owner : desk.file.deputy);
        return desk.done();
    }

    private Answer<Acted> part(Desk desk, String stage, int phase, String key, String staffNo) {
        var run = desk.live(stage, phase);
        var part = run.flatMap(live -> live.parts.stream().filter(other -> other.key.equals(key) && other.isLive()).findFirst());
        if (run.isEmpty() || part.isEmpty()) {
            return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.no-such-open-part", stage, key));
        }
        if (!organisation.holds(staffNo, part.get().role, part.get().responsibleUnit, desk.moment.today())) {
            return Answer.invalid(List.of(Violation.at("staff", "casework.not-entitled", staffNo, part.get().role.zh())));
        }
        part.get().assignee = staffNo;
        run.get().dirty = true;
        desk.file.record(desk.moment, EventKind.PART_ASSIGNED, Map.of("stage", stage, "phase", phase, "round", run.get().round, "part", key, "to", staffNo));
        return desk.done();
    }
}
