package org.yekuo.stage.temporary;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.Acted;
import org.yekuo.casework.NotingSupply;
import org.yekuo.casework.ReadingCase;
import org.yekuo.stage.acceptance.Applied;
import org.yekuo.stage.acceptance.ApplyingForPermanence;
import org.yekuo.stage.acceptance.PermanentForm;
import org.yekuo.stage.temporary.internal.TemporarySupplyStore;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Has a temporary supply made permanent (临时用电转正式, 按新装办理): a linked application with what is known. The temporary supply is watched until that
 * one is energised, which ends it.
 */
@Component
public class MakingSupplyPermanent {

    private final NotingSupply noting;
    private final TemporarySupplyStore store;
    private final ApplyingForPermanence applying;
    private final ReadingCase reading;

    MakingSupplyPermanent(NotingSupply noting, TemporarySupplyStore store, ApplyingForPermanence applying, ReadingCase reading) {
        this.noting = noting;
        this.store = store;
        this.applying = applying;
        this.reading = reading;
    }

    /** The new case. */
    public Answer<Applied> make(CaseNo no, PermanentForm form, Actor actor) {
        var applied = new AtomicReference<@Nullable Applied>();
        var acted = noting.note(no, CaseAct.TEMPORARY_SUPPLY, actor, () -> {
            var found = store.lock(no);
            var summary = reading.summary(no, actor);
            if (found.isEmpty() || summary.isEmpty()) {
                return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("temporary.none", no));
            }
            if (!found.get().isOn()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("temporary.ended", no, String.valueOf(found.get().endedOn())));
            }
            var at = store.placeOf(no);
            return switch (applying.apply(new ApplyingForPermanence.Temporary(no, at.customerId(), at.premisesId(), summary.get()), form, actor)) {
                case Answer.Refused<Applied>(Refusal refusal) -> Answer.refused(refusal);
                case Answer.Done<Applied>(Applied done) -> {
                    applied.set(done);
                    store.follow(no, done.caseNo());
                    yield Answer.done(new NotingSupply.Note("temporary-supply.made-permanent", Map.of("successor", done.caseNo().value())));
                }
            };
        });
        return switch (acted) {
            case Answer.Refused<Acted>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<Acted> done -> Answer.done(Objects.requireNonNull(applied.get()));
        };
    }
}
