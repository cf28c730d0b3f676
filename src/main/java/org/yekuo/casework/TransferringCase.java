package org.yekuo.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.Handling;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Transfer;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.regulation.Conduct;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Hands a case to another unit of the same city (移交承办), by its code or that of one of its halls. It is handled there from now on; number, owner
 * and clocks stay as they are. The receiving unit takes it or returns it within the pack's working days. Not against the rule that says whose a
 * case of this size is.
 */
@Component
public class TransferringCase {

    private final Acting acting;
    private final Duties duties;
    private final Handling handling;
    private final Organisation organisation;

    TransferringCase(Acting acting, Duties duties, Handling handling, Organisation organisation) {
        this.acting = acting;
        this.duties = duties;
        this.handling = handling;
        this.organisation = organisation;
    }

    public Answer<Acted> transfer(CaseNo no, String to, String reason, Actor actor) {
        return acting.on(no, actor, desk -> {
            var open = desk.file.transfers.stream().filter(Transfer::open).findFirst();
            if (open.isPresent()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.transfer-open", name(open.get().to), open.get().dueOn));
            }
            var forbidden = duties.mayActIn(desk, CaseAct.TRANSFER, desk.file.handledBy);
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            var hall = organisation.hall(to).map(Hall::code);
            var target = organisation.hall(to).map(Hall::unit)
                    .or(() -> Optional.of(to).filter(UnitCode::isValid).map(UnitCode::new).flatMap(organisation::unit).map(Unit::code));
            var wrong = check(desk, to, target, reason);
            if (!wrong.isEmpty()) {
                return Answer.invalid(wrong);
            }
            hand(desk, target.orElseThrow(), hall, reason.strip());
            return desk.done();
        });
    }

    private List<Violation> check(Desk desk, String said, Optional<UnitCode> target, String reason) {
        var wrong = new ArrayList<Violation>();
        if (reason.isBlank()) {
            wrong.add(Violation.at("reason", "casework.needs-reason"));
        }
        if (target.isEmpty()) {
            wrong.add(Violation.at("to", "casework.no-such-unit", said));
            return wrong;
        }
        var unit = target.get();
        if (unit.isProvince() || !unit.city().equals(desk.file.unit())) {
            wrong.add(Violation.at("to", "casework.transfer-out-of-city", name(unit), name(desk.file.unit())));
        } else if (unit.equals(desk.file.handledBy)) {
            wrong.add(Violation.at("to", "casework.transfer-to-handler", name(unit)));
        } else if (unit.isCounty()) {
            handling.rule(desk, handling.factsIn(desk, unit)).filter(row -> !"COUNTY".equals(row.gives().get("handledBy")))
                    .ifPresent(row -> wrong.add(Violation.at("to", "casework.transfer-against-rule", name(desk.file.unit())).citing(row.basis().clause())));
        }
        return wrong;
    }

    private void hand(Desk desk, UnitCode to, Optional<String> hall, String reason) {
        var file = desk.file;
        var moment = desk.moment;
        var from = file.handledBy;
        int days = new Conduct(file.pack, file.facts).transferWorkingDays();
        var transfer = new Transfer(file.transfers.size() + 1, from, to, hall.orElse(null), reason, file.premisesUnit, file.facts.text("area").orElse(null),
                moment.today(), moment.actor().id(), moment.actor().name(), moment.calendar().add(moment.today(), days));
        transfer.fresh = true;
        file.transfers.add(transfer);
        file.handed = true;
        file.facts = handling.factsIn(desk, to);
        var parts = handling.move(desk, to);
        var data = new TreeMap<String, Object>(Map.of("n", transfer.n, "from", from.value(), "to", to.value(), "reason", reason, "due", transfer.dueOn,
                "parts", parts));
        hall.ifPresent(code -> data.put("hall", code));
        file.record(moment, EventKind.TRANSFERRED, data);
        desk.message("case.transferred", Map.of("n", transfer.n, "from", from.value(), "to", to.value(), "reason", reason, "due", transfer.dueOn.toString()));
    }

    private String name(UnitCode unit) {
        return organisation.unit(unit).map(Unit::name).orElse(unit.value());
    }
}
