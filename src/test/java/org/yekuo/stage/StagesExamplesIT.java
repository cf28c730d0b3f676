package org.yekuo.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.YekuoIT;
import org.yekuo.casework.FakeCaseView;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.StageWork;
import org.yekuo.casework.StageWorks;
import org.yekuo.form.Forms;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever follows the examples of {@code docs/stages.md} in their order meets no refusal. */
@YekuoIT
@Transactional
class StagesExamplesIT {

    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Autowired StageWorks works;

    @Test
    void a_resident_goes_from_contract_to_call_back() throws IOException {
        var view = Samples.resident().withCaseNo(CaseNo.of(new UnitCode("3402"), 760_001)).withToday(LocalDate.of(2008, 6, 13)).withSkipped("fee", "grid-works");
        for (var stage : new String[] {"contract", "metering", "energisation", "billing", "callback"}) {
            follow(view, stage, 0);
        }
    }

    @Test
    void a_works_goes_from_drawings_to_contract() throws IOException {
        var view = Samples.works().withCaseNo(CaseNo.of(new UnitCode("3402"), 760_002)).withToday(LocalDate.of(2008, 9, 20));
        for (var stage : new String[] {"grid-works", "design-review", "mid-inspection", "completion-inspection"}) {
            follow(view, stage, 0);
        }
        follow(view.withPhase(0), "contract", 1);
    }

    @Test
    void a_visit_that_came_to_nothing_is_taken() throws IOException {
        var view = Samples.works().withCaseNo(CaseNo.of(new UnitCode("3402"), 760_003)).withToday(LocalDate.of(2008, 9, 26));
        follow(view, "design-review", 1);
        follow(view, "mid-inspection", 1);
        follow(view, "completion-inspection", 1);
        follow(view, "energisation", 2);
    }

    @SuppressWarnings("unchecked")
    private void follow(FakeCaseView view, String stage, int example) throws IOException {
        var work = (StageWork<StageResult>) works.work(stage).orElseThrow();
        var section = Arrays.stream(Files.readString(Path.of("docs/stages.md")).split("\n## ")).filter(text -> text.startsWith(stage + "\n")).findFirst().orElseThrow();
        var text = EXAMPLE.matcher(section).results().map(found -> found.group(1)).toList().get(example);
        var result = Forms.bind(JsonMapper.builder().build().readTree(text), work.resultType()).read().orElseThrow();
        assertThat(work.check(view, result)).as(stage).isEmpty();
        work.apply(view, result);
        view.withResult(stage, view.phase(), result);
    }
}
