package org.yekuo.casework.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Handover;
import org.yekuo.casework.internal.ledger.Transfer;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;

/** Who handles a case (承办单位): moved by hand, or by the pack's table {@code handling} when facts change. Limits know nothing of it. */
@Component
public class Handling {

    private static final String COUNTY = "COUNTY";

    private final Organisation organisation;
    private final Owners owners;

    Handling(Organisation organisation, Owners owners) {
        this.organisation = organisation;
        this.owners = owners;
    }

    /** The row that says who handles a case of these facts. */
    public Optional<DecisionTable.Row> rule(Desk desk, Facts facts) {
        return desk.file.pack.one("handling", facts);
    }

    /** The facts of the case as they would be if {@code to} handled it. */
    public Facts factsIn(Desk desk, UnitCode to) {
        return to.isCounty() ? desk.file.facts.with(Map.of("area", COUNTY, "handledBy", COUNTY)) : desk.file.facts.with("handledBy", "CITY");
    }

    /** Moves the case and what is open in it; whoever cannot work in the new unit is taken off. Answers the parts that moved, for the ledger. */
    public List<Map<String, Object>> move(Desk desk, UnitCode to) {
        if (to.isCounty()) {
            desk.file.premisesUnit = to;
        }
        return new Handover(desk.file, desk.moment).to(to).stream().map(moved -> {
            var part = moved.part();
            var assignee = part.assignee;
            if (assignee != null && !organisation.holds(assignee, part.role, part.responsibleUnit, desk.moment.today())) {
                part.assignee = null;
            }
            return Map.<String, Object>of("stage", moved.run().stage, "phase", moved.run().phase, "part", part.key, "from", moved.from().value(),
                    "to", part.responsibleUnit.value());
        }).toList();
    }

    /** The owner stays if she may own a case there; else the unit's own rule gives it one. */
    public void keepOrAssignOwner(Desk desk) {
        var owner = desk.file.owner;
        if (desk.file.acceptedOn == null) {
            return;
        }
        if (owner == null || !organisation.holds(owner, Role.ACCOUNT_MANAGER, desk.file.handledBy, desk.moment.today())) {
            owners.assign(desk);
        } else {
            Owners.assignParts(desk.file, owner);
        }
    }

    /** After facts changed: what the tables say of key account and handler is looked up again, and the case moves where the rule's answer has changed. */
    void follow(Desk desk, Facts before) {
        var file = desk.file;
        var account = file.pack.one("key-account", file.facts).map(DecisionTable.Row::gives).orElse(Map.of());
        var derived = file.pack.derived(file.facts.with(account));
        var changed = new TreeMap<String, Object>(derived.values());
        changed.entrySet().removeAll(file.facts.values().entrySet());
        file.facts = derived;
        var was = rule(desk, before);
        var is = rule(desk, file.facts);
        if (is.isPresent() && !was.map(DecisionTable.Row::gives).equals(is.map(DecisionTable.Row::gives))) {
            changed.putAll(is.get().gives());
            file.facts = file.facts.with(is.get().gives());
        }
        if (!changed.isEmpty()) {
            file.record(desk.moment, EventKind.FACTS_SET, Map.of("rule", "key-account", "facts", changed));
        }
        if (changed.containsKey("handledBy")) {
            moveByRule(desk, is.orElseThrow());
        }
    }

    private void moveByRule(Desk desk, DecisionTable.Row row) {
        var file = desk.file;
        var from = file.handledBy;
        var to = COUNTY.equals(row.gives().get("handledBy")) ? file.premisesUnit : file.unit();
        if (to.equals(from)) {
            return;
        }
        var parts = move(desk, to);
        file.record(desk.moment, EventKind.HANDLING_MOVED, Map.of("from", from.value(), "to", to.value(), "row", row.id(),
                "clause", row.basis().clause().value(), "parts", parts));
        file.transfers.stream().filter(Transfer::open).forEach(transfer -> transfer.answer(Transfer.State.OVERTAKEN, desk.moment, row.id()));
        keepOrAssignOwner(desk);
        desk.message("case.handling-moved", Map.of("from", from.value(), "to", to.value()));
    }
}
