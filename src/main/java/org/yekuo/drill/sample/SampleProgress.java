package org.yekuo.drill.sample;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the sample cases are; they are made beside whoever already uses the program. */
@Tag(name = "演练 Drill")
@RestController
@ConditionalOnProperty(name = "yekuo.mode", havingValue = "drill", matchIfMissing = true)
class SampleProgress {

    private final SampleCases cases;

    SampleProgress(SampleCases cases) {
        this.cases = cases;
    }

    @GetMapping("/api/v1/drill/sample")
    SampleCases.Progress progress() {
        return cases.progress();
    }
}
