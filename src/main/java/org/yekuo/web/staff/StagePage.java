package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.ActForms;
import org.yekuo.casework.Acted;
import org.yekuo.casework.GivingOpinion;
import org.yekuo.casework.PreparingStage;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.Said;
import org.yekuo.casework.StageResult;
import org.yekuo.casework.StageWork;
import org.yekuo.casework.StageWorks;
import org.yekuo.casework.Submission;
import org.yekuo.casework.SubmittingStage;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import org.yekuo.web.form.Uploads;
import tools.jackson.databind.node.ObjectNode;

/** The form of one stage of a case (环节表单): what is known, what is asked, and handing it in. */
@Controller
class StagePage {

    private static final String RESULT = "result";

    /** Groups that are optional, and yet filled in on most days. */
    private static final Set<String> USUAL = Set.of("result.load", "result.switchedOn", "result.found");

    private final PreparingStage preparing;
    private final SubmittingStage submitting;
    private final GivingOpinion opining;
    private final StageWorks works;
    private final ReadingCase reading;
    private final CurrentStaff current;
    private final PageForms forms;
    private final Uploads uploads;
    private final StageChoices choices;
    private final StageStart start;
    private final StageSurroundings surroundings;

    StagePage(PreparingStage preparing, SubmittingStage submitting, GivingOpinion opining, StageWorks works, ReadingCase reading, CurrentStaff current, PageForms forms, Uploads uploads,
            StageChoices choices, StageStart start, StageSurroundings surroundings) {
        this.preparing = preparing;
        this.submitting = submitting;
        this.opining = opining;
        this.works = works;
        this.reading = reading;
        this.current = current;
        this.forms = forms;
        this.uploads = uploads;
        this.choices = choices;
        this.start = start;
        this.surroundings = surroundings;
    }

    @GetMapping("/work/cases/{no}/stages/{stage}")
    String show(@PathVariable String no, @PathVariable String stage, @RequestParam(required = false) @Nullable Integer phase, Model model) {
        var number = CaseNo.parse(no).orElseThrow(StagePage::notThere);
        var prepared = prepared(number, stage, phase);
        var work = work(stage);
        var values = start.values(work.resultType(), prepared.earlier(), prepared.choices(), reading.stages(number, current.actor()).orElse(List.of()));
        return page(number, prepared, work, values, forms.tree(), List.of(), Map.of(), model);
    }

    @PostMapping("/work/cases/{no}/stages/{stage}")
    String submit(@PathVariable String no, @PathVariable String stage, @RequestParam MultiValueMap<String, String> posted,
            @RequestParam Map<String, MultipartFile> files, HttpServletResponse response, Model model) {
        var number = CaseNo.parse(no).orElseThrow(StagePage::notThere);
        var work = work(stage);
        var taken = uploads.take(posted, files, new UnitCode(summary(number).unit()), current.actor());
        var tree = PostedForm.tree(taken.values());
        var frame = forms.prune(tree.deepCopy().without(List.of(RESULT)), ActForms.Frame.class);
        var result = forms.prune(tree.get(RESULT) instanceof ObjectNode group ? group.deepCopy() : forms.tree(), work.resultType());
        var less = posted.getFirst("_less");
        if (less != null && less.startsWith(RESULT + ".")) {
            forms.drop(result, less.substring(RESULT.length() + 1));
        }
        var prepared = prepared(number, stage, phase(frame));
        if (posted.containsKey("_more") || less != null) {
            var more = posted.getFirst("_more");
            return page(number, prepared, work, result, frame, taken.faults(), forms.spare(tree, forms.tree().set(RESULT, result), more), model);
        }
        var faults = new ArrayList<>(taken.faults());
        if (faults.isEmpty()) {
            faults.addAll(handIn(number, stage, frame, result, work));
        }
        if (faults.isEmpty()) {
            return "redirect:/work/cases/" + number + "?done=" + stage;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(number, prepared, work, result, frame, faults, Map.of(), model);
    }

    /** A colleague's opinion (会签意见), given from the stage's page. */
    @PostMapping("/work/cases/{no}/stages/{stage}/parts/{part}")
    String opine(@PathVariable String no, @PathVariable String stage, @PathVariable String part, @RequestParam MultiValueMap<String, String> posted,
            HttpServletResponse response, Model model) {
        var number = CaseNo.parse(no).orElseThrow(StagePage::notThere);
        var bound = Forms.bind(forms.prune(PostedForm.tree(posted), ActForms.PartOpinion.class), ActForms.PartOpinion.class);
        var faults = bound.read().map(said -> faults(opining.opine(number, stage, said.phase(), part, said.round(), said.opinion(), said.text(),
                new Said(said.happenedOn(), said.lateBecause()), current.actor()))).orElse(bound.violations());
        if (faults.isEmpty()) {
            return "redirect:/work/cases/" + number + "?done=" + stage;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var prepared = prepared(number, stage, bound.read().map(ActForms.PartOpinion::phase).orElse(null));
        var values = start.values(work(stage).resultType(), prepared.earlier(), prepared.choices(), reading.stages(number, current.actor()).orElse(List.of()));
        return page(number, prepared, work(stage), values, forms.tree(), faults, Map.of(), model);
    }

    private static List<Violation> faults(Answer<Acted> answer) {
        return switch (answer) {
            case Answer.Done<Acted> done -> List.of();
            case Answer.Refused<Acted>(var refusal) -> refusal.violations();
        };
    }

    /** Hands the stage in; what was wrong, or nothing. */
    private List<Violation> handIn(CaseNo number, String stage, ObjectNode frame, ObjectNode result, StageWork<?> work) {
        var said = Forms.bind(frame, ActForms.Frame.class);
        var read = Forms.bind(result, work.resultType());
        var faults = new ArrayList<>(said.violations());
        read.violations().forEach(fault -> faults.add(fault.under(RESULT)));
        if (!(said instanceof Bound.Read<ActForms.Frame>(var about)) || !(read.read().orElse(null) instanceof StageResult typed)) {
            return faults;
        }
        var service = about.service() == null ? null : new Submission.Service(about.service().manner(), about.service().on());
        return faults(submitting.submit(new Submission(number, stage, about.round(), about.phase(), typed, service,
                new Said(about.happenedOn(), about.lateBecause()), current.actor())));
    }

    private String page(CaseNo number, PreparingStage.Prepared prepared, StageWork<?> work, ObjectNode result, ObjectNode frame, List<Violation> faults,
            Map<String, Integer> more, Model model) {
        var options = choices.of(prepared.run(), prepared.choices());
        model.addAttribute("summary", summary(number));
        model.addAttribute("run", prepared.run());
        model.addAttribute("hinders", prepared.hinders());
        model.addAttribute("faults", faults);
        var fields = forms.fields(work.resultType(), RESULT, result, options, faults, more);
        model.addAttribute("fields", fields);
        model.addAttribute("names", PageForms.names(fields));
        model.addAttribute("frameFields", forms.fields(ActForms.Frame.class, "", frame, Map.of(), faults, Map.of()));
        model.addAttribute("opened", USUAL);
        surroundings.add(number, prepared, model);
        return "staff/stage";
    }

    /** The phase as posted; what is no number finds no phase. */
    private static @Nullable Integer phase(ObjectNode frame) {
        var said = frame.path("phase").asString("");
        return said.isBlank() ? null : said.matches("\\d{1,2}") ? Integer.valueOf(said) : Integer.valueOf(-1);
    }

    private PreparingStage.Prepared prepared(CaseNo number, String stage, @Nullable Integer phase) {
        return preparing.prepare(number, stage, phase, current.actor()).orElseThrow(StagePage::notThere);
    }

    private ReadingCase.Summary summary(CaseNo number) {
        return Objects.requireNonNull(reading.summary(number, current.actor()).orElseThrow(StagePage::notThere));
    }

    private StageWork<?> work(String stage) {
        return works.work(stage).orElseThrow(StagePage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
