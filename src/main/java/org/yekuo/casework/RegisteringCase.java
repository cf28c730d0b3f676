package org.yekuo.casework;

import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.CaseOpening;
import org.yekuo.casework.internal.CaseStore;
import org.yekuo.casework.internal.Needs;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Registers a case at the first contact (预受理); its first stage opens. Refused while another case of the same customer, premises and
 * business is on its way, naming it. A case for a need that was given up so short a time ago that the pack calls it the same is linked to the earlier one, and the
 * days used there count for assessment (semantics 13).
 */
@Component
public class RegisteringCase {

    private final Acting acting;
    private final CaseStore store;
    private final Needs needs;
    private final CaseOpening opening;

    RegisteringCase(Acting acting, CaseStore store, Needs needs, CaseOpening opening) {
        this.acting = acting;
        this.store = store;
        this.needs = needs;
        this.opening = opening;
    }

    public Answer<CaseNo> register(NewCase what) {
        return acting.inTransaction(() -> {
            var running = needs.running(what.unit(), what.customerId(), what.premisesId(), what.application().business());
            if (running.isPresent()) {
                return duplicate(what.pack(), running.get());
            }
            try {
                return Answer.done(insert(what));
            } catch (DuplicateKeyException raced) {
                // Somebody registered the same need between our look and our write; one_case_per_need decided.
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.duplicate-raced"));
            }
        });
    }

    private CaseNo insert(NewCase what) {
        var moment = acting.moment(what.actor());
        var file = opening.file(store.nextNumber(what.unit()), what, moment);
        var beside = what.beside();
        if (beside != null) {
            opening.link(file, moment, beside);
            acting.open(file, moment, what.phoneTail());
            return file.no;
        }
        needs.earlier(file, moment.today()).ifPresent(earlier -> opening.succeed(file, moment, earlier, Map.of("why", "SAME_NEED")));
        acting.open(file, moment, what.phoneTail());
        return file.no;
    }

    private static Answer<CaseNo> duplicate(Pack pack, CaseNo running) {
        return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.duplicate-case", running).citing(pack.article("casework.duplicate-case")));
    }
}
