package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CaseAct;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.OfferingActs;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PaperKind;
import org.yekuo.regulation.Regulations;
import org.yekuo.stage.archive.ExportingFile;
import org.yekuo.stage.archive.FileContents;
import org.yekuo.stage.archive.ReadingFile;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.internal.Say;

/** The file of a case (案卷): the index of its papers, what is missing, and all of it to take along. */
@Controller
class CaseFilePage {

    private final ReadingFile reading;
    private final ExportingFile exporting;
    private final OfferingActs offering;
    private final Regulations regulations;
    private final CurrentStaff current;
    private final Say say;

    CaseFilePage(ReadingFile reading, ExportingFile exporting, OfferingActs offering, Regulations regulations, CurrentStaff current, Say say) {
        this.reading = reading;
        this.exporting = exporting;
        this.offering = offering;
        this.regulations = regulations;
        this.current = current;
        this.say = say;
    }

    /** One line of the index, as a person reads it. */
    public record Row(String name, FileContents.Item item) {}

    @GetMapping("/work/cases/{no}/file")
    String show(@PathVariable String no, Model model) {
        return page(number(no), List.of(), model);
    }

    @PostMapping("/work/cases/{no}/file")
    @Nullable String export(@PathVariable String no, HttpServletResponse response, Model model) throws IOException {
        var number = number(no);
        return switch (exporting.export(number, current.actor())) {
            case Answer.Refused<ExportingFile.Export>(var refusal) -> {
                response.setStatus(HttpStatus.FORBIDDEN.value());
                yield page(number, refusal.violations(), model);
            }
            case Answer.Done<ExportingFile.Export>(var export) -> {
                response.setContentType("application/zip");
                response.setHeader("Content-Disposition", "attachment; filename=\"" + export.name() + "\"");
                export.writeTo(response.getOutputStream());
                yield null;
            }
        };
    }

    private String page(CaseNo no, List<Violation> faults, Model model) {
        var file = reading.read(no, current.actor()).orElseThrow(CaseFilePage::notThere);
        model.addAttribute("file", file);
        model.addAttribute("summary", file.summary());
        model.addAttribute("rows", file.items().stream().map(item -> new Row(name(item, file), item)).toList());
        model.addAttribute("mayExport", offering.of(no, current.actor()).contains(CaseAct.EXPORT_FILE));
        model.addAttribute("faults", faults);
        model.addAttribute("names", java.util.Map.of());
        model.addAttribute("title", say.key("web.archive") + " · " + file.summary().application().customerName());
        return "staff/case-file";
    }

    private String name(FileContents.Item item, FileContents file) {
        var pack = regulations.pack(file.summary().pack());
        return switch (item.source()) {
            case "document" -> pack.stream().flatMap((Pack rules) -> Stream.concat(rules.checklistFor(new Facts(file.summary().facts())).stream(), rules.checklists().stream())).filter(row -> row.code().equals(item.kind()))
                    .map((ChecklistRow row) -> say.of(row.name())).findFirst().orElse(item.kind());
            case "attachment" -> pack.flatMap(rules -> rules.procedure(file.summary().procedure())).flatMap(procedure -> procedure.stage(item.kind()))
                    .map(stage -> say.of(stage.name())).orElse(item.kind());
            case "letter" -> pack.flatMap(rules -> rules.letterTitle(PaperKind.template(item.kind()), "")).orElse(item.kind());
            default -> say.keyOr("web.receipt." + item.kind(), item.kind());
        };
    }

    private static CaseNo number(String no) {
        return CaseNo.parse(no).orElseThrow(CaseFilePage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
