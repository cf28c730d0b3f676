package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CaseAct;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.OfferingActs;
import org.yekuo.casework.ReadingCase;
import org.yekuo.stage.household.HouseholdSheet;
import org.yekuo.stage.household.Households;
import org.yekuo.stage.household.ImportingHouseholds;
import org.yekuo.stage.household.ImportingHouseholds.Report;
import org.yekuo.stage.household.OpeningHouseholds;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/** The households of a community (户表批量): of its case the linked cases and a new one; of a linked case the list, and importing it. */
@Controller
class HouseholdsPage {

    private static final int ROWS = 100;
    private static final String LISTING = "household-list";

    /** A linked case and how its list stands. */
    record Batch(Households.Batch batch, Households.Count count) {}

    private final Households households;
    private final OpeningHouseholds opening;
    private final ImportingHouseholds importing;
    private final ReadingCase reading;
    private final OfferingActs offering;
    private final CurrentStaff current;

    HouseholdsPage(Households households, OpeningHouseholds opening, ImportingHouseholds importing, ReadingCase reading, OfferingActs offering, CurrentStaff current) {
        this.households = households;
        this.opening = opening;
        this.importing = importing;
        this.reading = reading;
        this.offering = offering;
        this.current = current;
    }

    @GetMapping("/work/cases/{no}/households")
    String show(@PathVariable String no, @RequestParam(defaultValue = "0") int after, Model model) {
        return page(number(no), after, null, List.of(), model);
    }

    @PostMapping("/work/cases/{no}/household-batches")
    String open(@PathVariable String no, @RequestParam(defaultValue = "0") int phase, @RequestParam @Nullable BigDecimal largestKw, Model model,
            HttpServletResponse response) {
        var community = number(no);
        if (largestKw == null || largestKw.signum() <= 0) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(community, 0, null, List.of(Violation.at("largestKw", "form.missing")), model);
        }
        return switch (opening.open(community, new OpeningHouseholds.Form(phase, largestKw, null), current.actor())) {
            case Answer.Refused<CaseNo>(var refusal) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(community, 0, null, refusal.violations(), model);
            }
            case Answer.Done<CaseNo>(CaseNo opened) -> "redirect:/work/cases/" + opened + "/households";
        };
    }

    @PostMapping("/work/cases/{no}/households")
    String take(@PathVariable String no, @RequestParam @Nullable MultipartFile file, @RequestParam(defaultValue = "") String trial, Model model,
            HttpServletResponse response) throws IOException {
        var batch = number(no);
        var read = file == null || file.isEmpty() ? new HouseholdSheet.Read(List.of(), List.of(Violation.at("file", "household.no-rows"))) : HouseholdSheet.csv(file.getBytes());
        if (!read.faults().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(batch, 0, null, read.faults(), model);
        }
        return switch (importing.take(batch, read.rows(), !trial.isEmpty(), current.actor())) {
            case Answer.Refused<Report>(var refusal) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(batch, 0, null, refusal.violations(), model);
            }
            case Answer.Done<Report>(Report report) -> page(batch, 0, report, List.of(), model);
        };
    }

    /** An empty sheet with the names of the columns and a row to show how. */
    @GetMapping("/work/households.csv")
    ResponseEntity<byte[]> sheet() {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("户表清单.csv", StandardCharsets.UTF_8).build().toString())
                .body("\uFEFF序号,地址,建筑面积,表号,起码,封印号\r\n1,水湖花园1栋1单元101室,100,DB0000001,0,FY0000001\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private String page(CaseNo no, int after, @Nullable Report report, List<Violation> faults, Model model) {
        var actor = current.actor();
        var summary = reading.summary(no, actor).orElseThrow(HouseholdsPage::notThere);
        var batch = households.batch(no);
        boolean community = "RESIDENTIAL_COMMUNITY".equals(summary.facts().get("class"));
        if (batch.isEmpty() && !community) {
            throw notThere();
        }
        var allowed = offering.of(no, actor);
        model.addAttribute("summary", summary);
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        model.addAttribute("community", community);
        if (community) {
            model.addAttribute("phases", summary.facts().get("phases") instanceof Number number ? number.intValue() : 1);
            model.addAttribute("batches", households.batchesOf(no).stream().map(one -> new Batch(one, households.count(one.caseNo()))).toList());
            model.addAttribute("mayOpen", allowed.contains(CaseAct.REGISTER));
        } else {
            var rows = households.page(no, after, ROWS);
            model.addAttribute("of", batch.orElseThrow());
            model.addAttribute("count", households.count(no));
            model.addAttribute("rows", rows);
            model.addAttribute("next", rows.size() == ROWS ? rows.getLast().n() : null);
            model.addAttribute("report", report);
            model.addAttribute("listing", summary.turns().stream().anyMatch(turn -> turn.stage().equals(LISTING)) && allowed.contains(CaseAct.HAND_IN_PAPERS));
        }
        return "staff/households";
    }

    private static CaseNo number(String text) {
        return CaseNo.parse(text).orElseThrow(HouseholdsPage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
