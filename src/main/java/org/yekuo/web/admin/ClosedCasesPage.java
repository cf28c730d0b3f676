package org.yekuo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.stage.acceptance.ClosedCaseImport;
import org.yekuo.stage.acceptance.TakingOverClosed;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/** Taking over closed cases of an old system (历史工单接收): a file is tried or taken over, its result stands line by line, and so do the imports before it. */
@Controller
@RequestMapping("/work/admin/closed-cases")
class ClosedCasesPage {

    private static final int PAGE = 50;
    private static final int REFUSED = 100;
    private static final int LONGEST_NAME = 200;

    private final TakingOverClosed takingOver;
    private final ClosedCaseUploads uploads;
    private final CurrentStaff current;

    ClosedCasesPage(TakingOverClosed takingOver, ClosedCaseUploads uploads, CurrentStaff current) {
        this.takingOver = takingOver;
        this.uploads = uploads;
        this.current = current;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Long before, Model model) {
        if (!takingOver.isOpenTo(current.actor())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return list(before, List.of(), model);
    }

    @PostMapping
    String take(@RequestParam @Nullable MultipartFile file, @RequestParam(defaultValue = "") String trial, @RequestParam(name = "_confirmed", defaultValue = "") String confirmed,
            HttpServletResponse response, Model model) throws IOException {
        var importer = current.actor();
        var wrong = new ArrayList<Violation>();
        if (file == null || file.isEmpty()) {
            wrong.add(Violation.at("file", "acceptance.nothing-to-take-over"));
        }
        if (trial.isEmpty() && confirmed.isEmpty()) {
            wrong.add(Violation.at("_confirmed", "acceptance.takes-over-for-good"));
        }
        if (file == null || !wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(null, wrong, model);
        }
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (takingOver.begin(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, !trial.isEmpty(), importer)) {
            case Answer.Refused<ClosedCaseImport>(var refusal) -> throw new ResponseStatusException(AdminPage.status(refusal));
            case Answer.Done<ClosedCaseImport>(ClosedCaseImport begun) -> {
                try (var content = file.getInputStream()) {
                    uploads.take(begun, content, importer);
                }
                yield "redirect:/work/admin/closed-cases/" + begun.importNo();
            }
        };
    }

    @GetMapping("/{importNo}")
    String one(@PathVariable long importNo, @RequestParam(defaultValue = "0") long after, @RequestHeader(name = "HX-Request", required = false) @Nullable String piece, Model model) {
        var found = takingOver.find(importNo, current.actor()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var refused = takingOver.refused(found, after, REFUSED);
        model.addAttribute("one", found);
        model.addAttribute("refused", refused);
        model.addAttribute("next", refused.size() == REFUSED ? refused.getLast().line() : null);
        return piece == null ? "admin/closed-import" : "admin/closed-import :: result";
    }

    private String list(@Nullable Long before, List<Violation> faults, Model model) {
        var imports = takingOver.latest(before, PAGE, current.actor());
        model.addAttribute("imports", imports);
        model.addAttribute("next", imports.size() == PAGE ? imports.getLast().importNo() : null);
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        return "admin/closed-cases";
    }
}
