package org.yekuo.web.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.casework.Acted;
import org.yekuo.casework.ConfirmingPapers;
import org.yekuo.casework.ReadingCase;
import org.yekuo.document.Brought;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Files;
import org.yekuo.document.Previews;
import org.yekuo.document.TooBusy;
import org.yekuo.portal.ActingByCode;
import org.yekuo.portal.OpeningCase;
import org.yekuo.portal.TextMessages;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** What her agent brought (代理人代交资料): the customer looks at it and says whether it is hers. The agent sees what he brought and what she said. */
@Controller
class BroughtPage {

    /** One paper, and how many pages of its scan can be shown. */
    record Paper(String name, CaseDocument paper, Brought brought, List<Integer> pages) {}

    private final OpeningCase opening;
    private final ReadingCase reading;
    private final ConfirmingPapers confirming;
    private final ActingByCode byCode;
    private final ObjectProvider<TextMessages> messages;
    private final CasePapers papers;
    private final Files files;
    private final Previews previews;
    private final Regulations regulations;

    BroughtPage(OpeningCase opening, ReadingCase reading, ConfirmingPapers confirming, ActingByCode byCode, ObjectProvider<TextMessages> messages,
            CasePapers papers, Files files, Previews previews, Regulations regulations) {
        this.opening = opening;
        this.reading = reading;
        this.confirming = confirming;
        this.byCode = byCode;
        this.messages = messages;
        this.papers = papers;
        this.files = files;
        this.previews = previews;
        this.regulations = regulations;
    }

    /** What was brought, in the order it came; what another paper took the place of is history. */
    List<Paper> of(ReadingCase.Summary summary) {
        var pack = regulations.pack(summary.pack());
        return papers.documentsOf(summary.caseNo().unit(), summary.caseNo()).stream().filter(paper -> paper.supersededBy() == null)
                .flatMap(paper -> Optional.ofNullable(paper.brought()).map(brought -> new Paper(pack.map(found -> found.paperName(paper.document().type()))
                        .orElse(paper.document().type()), paper, brought, pages(summary.caseNo().unit(), paper))).stream()).toList();
    }

    @GetMapping("/open/case/brought")
    String show(HttpServletRequest request, Model model) {
        return who(request).map(actor -> page(actor, List.of(), model)).orElse("redirect:/open/track");
    }

    /** All that she saw are hers; it takes the telephone on her file to say so. */
    @PostMapping("/open/case/brought/confirmed")
    String confirm(@RequestParam(defaultValue = "") List<Integer> papers, @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        return who(request).map(actor -> answered(actor, actor.kind() == Actor.Kind.CUSTOMER ? byCode.confirm(number(actor), papers, code.strip(), actor)
                : confirming.confirm(number(actor), papers, null, actor), response, model)).orElse("redirect:/open/track");
    }

    @PostMapping(path = "/open/case/brought/confirmed", params = "_send")
    String send(HttpServletRequest request, HttpServletResponse response, Model model) {
        return who(request).filter(actor -> actor.kind() == Actor.Kind.CUSTOMER).map(actor -> {
            var faults = byCode.send(number(actor), actor, request.getRemoteAddr());
            model.addAttribute("sent", faults.isEmpty());
            if (!faults.isEmpty()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            return page(actor, faults, model);
        }).orElse("redirect:/open/track");
    }

    /** One is not. */
    @PostMapping("/open/case/brought/{n}/refused")
    String refuse(@PathVariable int n, @RequestParam(defaultValue = "") String word, HttpServletRequest request, HttpServletResponse response, Model model) {
        var said = word.strip().substring(0, Math.min(500, word.strip().length()));
        model.addAttribute("typed", Map.of(n, said));
        return who(request).map(actor -> answered(actor, confirming.refuse(number(actor), n, said, null, actor), response, model)).orElse("redirect:/open/track");
    }

    /** One page of a scan, as a picture. */
    @GetMapping("/open/case/brought/{n}/pages/{page}")
    ResponseEntity<Resource> picture(@PathVariable int n, @PathVariable int page, HttpServletRequest request) {
        return who(request).map(BroughtPage::number).flatMap(no -> papers.documentsOf(no.unit(), no).stream().filter(paper -> paper.docNo() == n && paper.brought() != null).findFirst()
                .flatMap(paper -> Optional.ofNullable(paper.document().fileId())).flatMap(file -> previews.page(no.unit(), file, page)))
                .map(picture -> ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).header("Cross-Origin-Resource-Policy", "same-origin").<Resource>body(new ByteArrayResource(picture)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String answered(Actor actor, Answer<Acted> answer, HttpServletResponse response, Model model) {
        return switch (answer) {
            case Answer.Done<Acted> done -> "redirect:/open/case?done=heard";
            case Answer.Refused<Acted>(var refusal) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(actor, refusal.violations(), model);
            }
        };
    }

    private String page(Actor actor, List<Violation> faults, Model model) {
        var summary = reading.summary(number(actor), actor).orElseThrow();
        var brought = of(summary);
        model.addAttribute("summary", summary);
        model.addAttribute("brought", brought);
        model.addAttribute("waiting", brought.stream().filter(one -> one.paper().waits()).toList());
        model.addAttribute("hers", actor.kind() == Actor.Kind.CUSTOMER);
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        model.addAttribute("texts", messages.stream().anyMatch(channel -> channel.shown().isPresent()));
        return "open/brought";
    }

    private List<Integer> pages(UnitCode unit, CaseDocument paper) {
        return Optional.ofNullable(paper.document().fileId()).flatMap(id -> files.find(unit, id)).map(file -> IntStream.rangeClosed(1, previews.pages(file)).boxed().toList()).orElse(List.of());
    }

    private Optional<Actor> who(HttpServletRequest request) {
        return LookCookie.token(request).flatMap(opening::who);
    }

    private static CaseNo number(Actor actor) {
        return TrackPage.number(actor);
    }

    @ExceptionHandler
    void busy(TooBusy busy, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "5");
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
