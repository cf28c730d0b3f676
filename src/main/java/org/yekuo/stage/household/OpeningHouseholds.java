package org.yekuo.stage.household;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.access.CaseAct;
import org.yekuo.casework.Acted;
import org.yekuo.casework.NotingSupply;
import org.yekuo.casework.ReadingCase;
import org.yekuo.form.Asked;
import org.yekuo.stage.acceptance.ApplyingForHouseholds;
import org.yekuo.stage.household.internal.HouseholdStore;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/** Opens the case that supplies the households of a community, or of one of its phases (户表批量立案). */
@Component
public class OpeningHouseholds {

    /**
     * @param phase     the phase of the community; 0 where it is built at once
     * @param largestKw what the largest household is allowed, kW
     * @param phaseKind SINGLE or THREE
     */
    public record Form(
            @Asked(usedBy = "rule:household.phase-unknown", min = "0", max = "20") int phase,
            @Asked(usedBy = "rule:acceptance.class", fact = "demandKw", min = "1", max = "100") BigDecimal largestKw,
            @Asked(usedBy = "rule:acceptance.class", fact = "phaseKind", maxLength = 10) @Nullable String phaseKind) {}

    private final NotingSupply noting;
    private final HouseholdStore store;
    private final ApplyingForHouseholds applying;
    private final ReadingCase reading;

    OpeningHouseholds(NotingSupply noting, HouseholdStore store, ApplyingForHouseholds applying, ReadingCase reading) {
        this.noting = noting;
        this.store = store;
        this.applying = applying;
        this.reading = reading;
    }

    /** The new case, whose first stage takes the list. */
    public Answer<CaseNo> open(CaseNo community, Form form, Actor actor) {
        var opened = new AtomicReference<@Nullable CaseNo>();
        var acted = noting.note(community, CaseAct.REGISTER, actor, () -> {
            var summary = reading.summary(community, actor);
            if (summary.isEmpty() || !"RESIDENTIAL_COMMUNITY".equals(summary.get().facts().get("class"))) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("household.no-community", community));
            }
            int phases = summary.get().facts().get("phases") instanceof Number number ? number.intValue() : 1;
            if (form.phase() > phases || form.phase() > 0 && phases == 1 || form.phase() == 0 && phases > 1) {
                return Answer.invalid(java.util.List.of(Violation.at("phase", "household.phase-unknown", community, phases)));
            }
            var part = form.phase() == 0 ? "户表" : "第" + form.phase() + "期户表";
            return switch (applying.apply(summary.get(), part, Objects.requireNonNullElse(form.phaseKind(), "SINGLE"), form.largestKw(), actor)) {
                case Answer.Refused<CaseNo>(Refusal refusal) -> Answer.refused(refusal);
                case Answer.Done<CaseNo>(CaseNo no) -> {
                    store.open(new Households.Batch(no, community, form.phase()));
                    opened.set(no);
                    yield Answer.done(new NotingSupply.Note("household.batch-opened", Map.of("caseNo", no.value(), "phase", form.phase())));
                }
            };
        });
        return switch (acted) {
            case Answer.Refused<Acted>(Refusal refusal) -> Answer.refused(refusal);
            case Answer.Done<Acted> done -> Answer.done(Objects.requireNonNull(opened.get()));
        };
    }
}
