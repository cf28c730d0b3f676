package org.yekuo.web.admin;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingCase;
import org.yekuo.document.PreviewingPaper;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Unit;
import org.yekuo.publishing.Draft;
import org.yekuo.publishing.ReadingDrafts;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;

/** The letters of a pack as they look on paper (文书样张), with what the newest such paper among her cases says. */
@Controller
class LetterPreviewPage {

    private final Regulations regulations;
    private final ReadingDrafts drafts;
    private final ReadingCase reading;
    private final Organisation organisation;
    private final PreviewingPaper previewing;
    private final CurrentStaff current;
    private final BusinessClock clock;

    LetterPreviewPage(Regulations regulations, ReadingDrafts drafts, ReadingCase reading, Organisation organisation, PreviewingPaper previewing, CurrentStaff current,
            BusinessClock clock) {
        this.regulations = regulations;
        this.drafts = drafts;
        this.reading = reading;
        this.organisation = organisation;
        this.previewing = previewing;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/work/admin/packs/{id}/letters/{template}")
    Object ofPack(@PathVariable String id, @PathVariable String template, Model model) {
        return show(regulations.pack(id).orElseThrow(LetterPreviewPage::notThere), template, "/work/admin/packs/" + id, model);
    }

    @GetMapping("/work/admin/packs/drafts/{id}/letters/{template}")
    Object ofDraft(@PathVariable long id, @PathVariable String template, Model model) {
        if (!(drafts.one(id, current.actor()) instanceof Answer.Done<Draft>(var draft)) || draft.content() == null) {
            throw notThere();
        }
        return show(draft.content(), template, "/work/admin/packs/drafts/" + id, model);
    }

    private Object show(Pack pack, String template, String home, Model model) {
        if (template.startsWith("_") || !pack.letters().containsKey(template)) {
            throw notThere();
        }
        var actor = current.actor();
        var title = Pack.titleOf(pack.letters().get(template));
        var scope = organisation.scope(current.staffNo(), clock.today());
        var companies = organisation.units().stream().map(Unit::code).filter(unit -> !unit.isProvince() && scope.covers(unit)).toList();
        var print = previewing.preview(pack, template, companies, no -> reading.summary(no, actor).isPresent());
        if (print.isEmpty()) {
            model.addAttribute("paper", title);
            model.addAttribute("home", home);
            return "admin/letter";
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(title + ".pdf", StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store").body(print.get());
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
