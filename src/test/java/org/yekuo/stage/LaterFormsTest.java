package org.yekuo.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Bound;
import org.yekuo.form.FormField;
import org.yekuo.form.Forms;
import org.yekuo.stage.archive.Archived;
import org.yekuo.stage.billing.BillingSetUp;
import org.yekuo.stage.billing.ReadingCycle;
import org.yekuo.stage.callback.CalledBack;
import org.yekuo.stage.contract.AnnexSigned;
import org.yekuo.stage.contract.ContractSigned;
import org.yekuo.stage.design.DesignReview;
import org.yekuo.stage.energisation.Energised;
import org.yekuo.stage.gridworks.GridWorksDone;
import org.yekuo.stage.inspection.CompletionInspection;
import org.yekuo.stage.inspection.MidInspection;
import org.yekuo.stage.metering.MeteringInstalled;
import tools.jackson.databind.json.JsonMapper;

/** The later stages' results as forms: what is posted is what is kept, and every question has somebody who needs the answer. */
class LaterFormsTest {

    private static final LocalDate DAY = LocalDate.of(2008, 9, 20);

    static List<StageResult> results() {
        return List.of(
                Samples.residentContract(DAY), Samples.residentMetering(DAY, "M-0001", "S-0001"), Samples.worksMetering(DAY, "W-1"),
                Samples.energised(DAY, Samples.everythingDeclared(DAY), "M-0001"),
                new BillingSetUp("HF-0101", 7, 10, ReadingCycle.MONTHLY, DAY, null, null),
                new CalledBack(List.of(new CalledBack.Try(DAY, LocalTime.of(9, 30), true)), CalledBack.Answer.SATISFIED, null, null),
                new Archived("A-01-02", 1, List.of("PLAN_REPLY", "SUPPLY_CONTRACT"), null));
    }

    @ParameterizedTest
    @MethodSource("results")
    void what_is_posted_is_what_is_kept(StageResult result) {
        var posted = JsonMapper.shared().valueToTree(result);
        assertThat(Forms.bind(posted, result.getClass())).isEqualTo(new Bound.Read<>(result));
    }

    @ParameterizedTest
    @ValueSource(classes = {
        DesignReview.class, GridWorksDone.class, MidInspection.class, CompletionInspection.class, ContractSigned.class, AnnexSigned.class,
        MeteringInstalled.class, Energised.class, BillingSetUp.class, CalledBack.class, Archived.class
    })
    void every_question_has_somebody_who_needs_the_answer(Class<?> form) {
        assertThat(Forms.describe(form)).isNotEmpty().extracting(FormField::usedBy).noneMatch(List::isEmpty);
    }
}
