package org.yekuo.stage.temporary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.Acted;
import org.yekuo.casework.NotingSupply;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.ConsumerAccount;
import org.yekuo.stage.temporary.internal.TemporarySupplyStore;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Records that a temporary supply was taken away (拆除, 终止供电); its account is closed. */
@Component
public class RemovingTemporarySupply {

    /** @param slipNo the slip of the removal with the last readings (拆除工作单) */
    public record Removal(LocalDate removedOn, String slipNo) {}

    private final NotingSupply noting;
    private final TemporarySupplyStore store;
    private final Accounts accounts;
    private final BusinessClock clock;

    RemovingTemporarySupply(NotingSupply noting, TemporarySupplyStore store, Accounts accounts, BusinessClock clock) {
        this.noting = noting;
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    public Answer<Acted> remove(CaseNo no, Removal said, Actor actor) {
        return noting.note(no, CaseAct.TEMPORARY_SUPPLY, actor, () -> {
            var found = store.lock(no);
            if (found.isEmpty()) {
                return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("temporary.none", no));
            }
            var supply = found.get();
            if (!supply.isOn()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("temporary.ended", no, String.valueOf(supply.endedOn())));
            }
            var wrong = new ArrayList<Violation>();
            if (said.removedOn().isAfter(clock.today())) {
                wrong.add(Violation.at("removedOn", "temporary.in-future", said.removedOn(), clock.today()));
            } else if (said.removedOn().isBefore(supply.energisedOn())) {
                wrong.add(Violation.at("removedOn", "temporary.before-energising", said.removedOn(), supply.energisedOn()));
            }
            if (!wrong.isEmpty()) {
                return Answer.invalid(wrong);
            }
            return switch (accounts.close(supply.consumerNo(), no, said.removedOn())) {
                case Answer.Refused<ConsumerAccount>(Refusal refusal) -> Answer.refused(refusal);
                case Answer.Done<ConsumerAccount> closed -> {
                    store.end(no, TemporarySupply.State.REMOVED, said.removedOn());
                    yield Answer.done(new NotingSupply.Note("temporary-supply.removed",
                            Map.of("removedOn", said.removedOn().toString(), "slip", said.slipNo(), "consumerNo", supply.consumerNo().value())));
                }
            };
        });
    }
}
