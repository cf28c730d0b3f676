package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.FindingCases;

/** Cases found wherever they stand (查找案件): by number, old number, account, end of the telephone number, or words of customer and address. */
@Tag(name = "2 案件 Cases", description = "一案一页：概况、环节、时限、台账、回执")
@RestController
class FindingApi {

    private final FindingCases finding;
    private final CurrentStaff current;

    FindingApi(FindingCases finding, CurrentStaff current) {
        this.finding = finding;
        this.current = current;
    }

    /** The newest fifty the reader may see. */
    @GetMapping("/api/v1/cases")
    Map<String, List<FindingCases.Found>> find(@RequestParam String q) {
        return Map.of("cases", finding.find(q, current.actor()));
    }
}
