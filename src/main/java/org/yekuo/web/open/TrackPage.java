package org.yekuo.web.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import org.yekuo.access.CaseAct;
import org.yekuo.casework.LoggingContact;
import org.yekuo.casework.OfferingActs;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.Said;
import org.yekuo.organisation.Organisation;
import org.yekuo.portal.OpeningCase;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.web.acts.ActSheet;
import org.yekuo.web.acts.CaseActs;
import org.yekuo.web.internal.Say;

/** The customer's look at her own case (进度查询): where it stands, whose turn it is, and what she may do now. */
@Controller
class TrackPage {

    /** What a customer may do by herself, on the page of the case. */
    private static final List<String> MENU = List.of("documents", "suspension", "withdrawal");

    private static final String ACT = "parts/act";

    private static final Set<String> BESIDE = Set.of("request", "acknowledgement", "resumption");

    private final OpeningCase opening;
    private final ReadingCase reading;
    private final OfferingActs offering;
    private final CaseActs acts;
    private final ActSheet sheet;
    private final LoggingContact logging;
    private final Organisation organisation;
    private final IssuedPapers issued;
    private final Say say;

    TrackPage(OpeningCase opening, ReadingCase reading, OfferingActs offering, CaseActs acts, ActSheet sheet, LoggingContact logging, Organisation organisation, IssuedPapers issued, Say say) {
        this.issued = issued;
        this.opening = opening;
        this.reading = reading;
        this.offering = offering;
        this.acts = acts;
        this.sheet = sheet;
        this.logging = logging;
        this.organisation = organisation;
        this.say = say;
    }

    @GetMapping("/open/track")
    String ask(@RequestParam(defaultValue = "") String no, Model model) {
        model.addAttribute("no", no);
        model.addAttribute("faults", List.of());
        return "open/track";
    }

    @PostMapping("/open/track")
    String open(@RequestParam(defaultValue = "") String no, @RequestParam(defaultValue = "") String tail, HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (opening.open(no, tail, request.getRemoteAddr())) {
            case Answer.Done<OpeningCase.Look>(var look) -> {
                response.addHeader(HttpHeaders.SET_COOKIE, LookCookie.open(look.token(), request).toString());
                yield "redirect:/open/case";
            }
            case Answer.Refused<OpeningCase.Look>(Refusal refusal) -> {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                model.addAttribute("no", no);
                model.addAttribute("faults", refusal.violations());
                yield "open/track";
            }
        };
    }

    @PostMapping("/open/case/leave")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        LookCookie.token(request).ifPresent(opening::close);
        response.addHeader(HttpHeaders.SET_COOKIE, LookCookie.close(request).toString());
        return "redirect:/open/track";
    }

    @GetMapping("/open/case")
    String show(@RequestParam(defaultValue = "") String done, HttpServletRequest request, Model model) {
        var customer = customer(request);
        if (customer == null) {
            return "redirect:/open/track";
        }
        var no = number(customer);
        var summary = reading.summary(no, customer).orElseThrow();
        var allowed = offering.of(no, customer);
        model.addAttribute("summary", summary);
        model.addAttribute("done", done.isEmpty() ? null : done.equals("heard") ? say.key("web.track.heard") : done.equals("applied") ? say.key("web.apply.done") : acts.act(done).map(act -> say.key("web.act." + act.key())).orElse(null));
        model.addAttribute("owner", summary.owner() == null ? null : organisation.staff(summary.owner()).orElse(null));
        model.addAttribute("stages", reading.stages(no, customer).orElse(List.of()).stream().filter(stage -> stage.live() && !stage.state().equals("SKIPPED") && !stage.state().equals("CANCELLED")).toList());
        model.addAttribute("limits", reading.limits(no, customer).orElse(List.of()).stream().filter(limit -> limit.standard().equals("COMMITTED") && !limit.state().equals("VOID")).toList());
        model.addAttribute("receipts", reading.receipts(no, customer).orElse(List.of()).stream().filter(receipt -> receipt.isLive()).toList());
        model.addAttribute("letters", issued.letters(summary));
        model.addAttribute("allowed", allowed.stream().map(CaseAct::name).collect(Collectors.toSet()));
        model.addAttribute("menu", MENU.stream().filter(key -> acts.act(key).filter(act -> allowed.contains(act.permission())).isPresent()).toList());
        return "open/case";
    }

    @GetMapping("/open/case/acts/{act}")
    String form(@PathVariable String act, @RequestParam(defaultValue = "") String of, @RequestParam(defaultValue = "0") int phase, HttpServletRequest request, Model model) {
        var customer = customer(request);
        if (customer == null) {
            return "redirect:/open/track";
        }
        model.addAttribute("home", "/open/case");
        sheet.show(number(customer), act(act), of, phase, customer, model);
        return ACT;
    }

    @PostMapping("/open/case/acts/{act}")
    String act(@PathVariable String act, @RequestParam(defaultValue = "") String of, @RequestParam MultiValueMap<String, String> posted,
            @RequestParam Map<String, MultipartFile> files, HttpServletRequest request, HttpServletResponse response, Model model) {
        var customer = customer(request);
        if (customer == null) {
            return "redirect:/open/track";
        }
        model.addAttribute("home", "/open/case");
        return switch (sheet.post(number(customer), act(act), of, posted, files, customer, model)) {
            case DONE -> "redirect:/open/case?done=" + act;
            case SHOWN -> ACT;
            case FAULTY -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield ACT;
            }
        };
    }

    /** What the customer thinks of it, or complains of (评价、投诉). */
    @PostMapping("/open/case/voice")
    String hear(@RequestParam(defaultValue = "RATING") String kind, @RequestParam(defaultValue = "") String score, @RequestParam(defaultValue = "") String text, HttpServletRequest request) {
        var customer = customer(request);
        if (customer == null) {
            return "redirect:/open/track";
        }
        boolean complaint = kind.equals("COMPLAINT");
        var said = (complaint ? "" : say.keyOr("web.track.score." + score, "")) + (text.isBlank() ? "" : " " + text.strip().substring(0, Math.min(1000, text.strip().length())));
        if (!said.isBlank()) {
            logging.log(number(customer), complaint ? LoggingContact.Kind.COMPLAINT : LoggingContact.Kind.RATING, said.strip(), null, null, Said.NOW, customer);
        }
        return "redirect:/open/case?done=heard";
    }

    private @Nullable Actor customer(HttpServletRequest request) {
        return LookCookie.token(request).flatMap(opening::whose).orElse(null);
    }

    private static CaseNo number(Actor customer) {
        return CaseNo.parse(customer.id().substring("customer:".length())).orElseThrow();
    }

    private CaseActs.Act<?> act(String key) {
        return Objects.requireNonNull(acts.act(key).filter(act -> MENU.contains(act.key()) || BESIDE.contains(act.key()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
