package org.yekuo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.publishing.ComparingPacks;
import org.yekuo.publishing.DecidingPublication;
import org.yekuo.publishing.DecidingPublication.Decision;
import org.yekuo.publishing.Draft;
import org.yekuo.publishing.PackDifferences;
import org.yekuo.publishing.Preview;
import org.yekuo.publishing.PreviewingPack;
import org.yekuo.publishing.Proposal;
import org.yekuo.publishing.ProposingPublication;
import org.yekuo.publishing.Publication;
import org.yekuo.publishing.ReadingDrafts;
import org.yekuo.publishing.ReadingProposals;
import org.yekuo.publishing.UploadingPack;
import org.yekuo.publishing.UploadingPack.Upload;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.internal.Say;

/** Regulation packs (规则包): the published ones to be read, and for those who publish, drafts handed in, examined, compared, tried, proposed and decided on. */
@Controller
class PacksPage {

    private static final int TRIED = 100;

    private final Regulations regulations;
    private final ReadingDrafts drafts;
    private final ReadingProposals proposals;
    private final UploadingPack uploading;
    private final ComparingPacks comparing;
    private final PreviewingPack previewing;
    private final ProposingPublication proposing;
    private final DecidingPublication deciding;
    private final CurrentStaff current;
    private final BusinessClock clock;
    private final Say say;

    PacksPage(Regulations regulations, ReadingDrafts drafts, ReadingProposals proposals, UploadingPack uploading, ComparingPacks comparing, PreviewingPack previewing,
            ProposingPublication proposing, DecidingPublication deciding, CurrentStaff current, BusinessClock clock, Say say) {
        this.say = say;
        this.regulations = regulations;
        this.drafts = drafts;
        this.proposals = proposals;
        this.uploading = uploading;
        this.comparing = comparing;
        this.previewing = previewing;
        this.proposing = proposing;
        this.deciding = deciding;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/work/admin/packs")
    String list(Model model) {
        return list(List.of(), model);
    }

    /** Takes a ZIP in; a broken pack is kept too, and its page lists what is wrong. */
    @PostMapping("/work/admin/packs")
    String upload(@RequestParam MultipartFile file, HttpServletResponse response, Model model) throws IOException {
        var answer = file.getSize() > UploadingPack.LARGEST
                ? Answer.<Draft>invalid(List.of(Violation.at("file", "publishing.too-large", UploadingPack.LARGEST / 1024 / 1024)))
                : uploading.upload(new Upload.Zip(file.getBytes()), current.actor());
        return switch (answer) {
            case Answer.Done<Draft>(var draft) -> "redirect:/work/admin/packs/drafts/" + draft.id();
            case Answer.Refused<Draft>(var refusal) -> {
                response.setStatus(AdminPage.status(refusal).value());
                yield list(refusal.violations(), model);
            }
        };
    }

    private String list(List<Violation> faults, Model model) {
        var mayPublish = proposals.isOpenTo(current.actor());
        model.addAttribute("packs", regulations.all());
        model.addAttribute("inForce", regulations.inForce(clock.today()).map(Pack::id).orElse(""));
        model.addAttribute("mayPublish", mayPublish);
        model.addAttribute("drafts", drafts.all(current.actor()) instanceof Answer.Done<List<Draft>>(var all) ? all : List.of());
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        return "admin/packs";
    }

    @GetMapping("/work/admin/packs/{id}")
    String pack(@PathVariable String id, Model model) {
        var pack = regulations.pack(id).orElseThrow(PacksPage::notThere);
        model.addAttribute("title", say.of(pack.name()));
        model.addAttribute("sheet", PackSheet.of(pack, "/work/admin/packs/" + id));
        return "admin/pack";
    }

    @GetMapping("/work/admin/packs/drafts/{id}")
    String draft(@PathVariable long id, @RequestParam(defaultValue = "") String done, @RequestParam(defaultValue = "false") boolean trial, Model model) {
        if (trial) {
            switch (previewing.preview(id, TRIED, current.actor())) {
                case Answer.Done<Preview>(var preview) -> model.addAttribute("trial", preview);
                case Answer.Refused<Preview>(var refusal) -> {
                    return draft(id, refusal.violations(), model);
                }
            }
        }
        return draft(id, List.of(), model.addAttribute("done", done));
    }

    @PostMapping("/work/admin/packs/drafts/{id}/proposal")
    String propose(@PathVariable long id, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate effectiveFrom,
            @RequestParam(defaultValue = "") String note, HttpServletResponse response, Model model) {
        var answer = effectiveFrom == null ? Answer.<Proposal>invalid(List.of(Violation.at("effectiveFrom", "form.missing")))
                : proposing.propose(new Publication.OfPack(id, effectiveFrom), note, current.actor());
        return after(id, answer.map(proposal -> "proposed"), response, model.addAttribute("note", note).addAttribute("day", effectiveFrom));
    }

    @PostMapping("/work/admin/packs/drafts/{id}/proposals/{proposal}/{decision}")
    String decide(@PathVariable long id, @PathVariable long proposal, @PathVariable String decision, HttpServletResponse response, Model model) {
        return after(id, deciding.decide(Publication.Kind.PACK, String.valueOf(id), proposal, decision(decision), current.actor()).map(done -> decision), response, model);
    }

    private String after(long id, Answer<String> answer, HttpServletResponse response, Model model) {
        return switch (answer) {
            case Answer.Done<String>(var done) -> "redirect:/work/admin/packs/drafts/" + id + "?done=" + done;
            case Answer.Refused<String>(Refusal refusal) -> {
                response.setStatus(AdminPage.status(refusal).value());
                yield draft(id, refusal.violations(), model);
            }
        };
    }

    private String draft(long id, List<Violation> faults, Model model) {
        if (!(drafts.one(id, current.actor()) instanceof Answer.Done<Draft>(var draft))) {
            throw notThere();
        }
        model.addAttribute("draft", draft);
        model.addAttribute("sheet", draft.content() == null ? null : PackSheet.of(draft.content(), "/work/admin/packs/drafts/" + id));
        model.addAttribute("inForce", regulations.inForce(clock.today()).map(Pack::id).orElse(null));
        model.addAttribute("me", current.staffNo());
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        return "admin/draft";
    }

    @GetMapping("/work/admin/packs/differences")
    String differences(@RequestParam String from, @RequestParam String to, Model model) {
        return switch (comparing.compare(from, to, current.actor())) {
            case Answer.Done<PackDifferences>(var found) -> {
                model.addAttribute("found", found);
                model.addAttribute("parts", DifferencesSheet.of(found));
                yield "admin/differences";
            }
            case Answer.Refused<PackDifferences> refused -> throw notThere();
        };
    }

    static Decision decision(String word) {
        return switch (word) {
            case "confirm" -> Decision.CONFIRM;
            case "withdraw" -> Decision.WITHDRAW;
            default -> throw notThere();
        };
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
