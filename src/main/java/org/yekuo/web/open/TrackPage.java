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
import org.springframework.http.ResponseEntity;
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
import org.yekuo.casework.Acted;
import org.yekuo.casework.LoggingContact;
import org.yekuo.casework.OfferingActs;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.Said;
import org.yekuo.organisation.Organisation;
import org.yekuo.portal.OpeningCase;
import org.yekuo.supervision.ReadingSupervision;
import org.yekuo.supervision.UrgingWork;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.acts.ActSheet;
import org.yekuo.web.acts.CaseActs;
import org.yekuo.web.form.Uploads;
import org.yekuo.web.internal.LimitSheets;
import org.yekuo.web.internal.Say;

/** The look of a customer, or of her agent, at her case (进度查询): where it stands, whose turn it is, and what may be done now. */
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
    private final Uploads uploads;
    private final WhereItStands where;
    private final ReadingSupervision supervision;
    private final UrgingWork urging;
    private final LimitSheets sheets;
    private final IssuedPapers issued;
    private final Say say;
    private final MyVisits visits;
    private final BroughtPage brought;

    TrackPage(OpeningCase opening, ReadingCase reading, OfferingActs offering, CaseActs acts, ActSheet sheet, LoggingContact logging, Organisation organisation, Uploads uploads,
            WhereItStands where, ReadingSupervision supervision, UrgingWork urging, LimitSheets sheets, Say say, MyVisits visits, IssuedPapers issued, BroughtPage brought) {
        this.brought = brought;
        this.issued = issued;
        this.opening = opening;
        this.reading = reading;
        this.offering = offering;
        this.acts = acts;
        this.sheet = sheet;
        this.logging = logging;
        this.organisation = organisation;
        this.uploads = uploads;
        this.where = where;
        this.supervision = supervision;
        this.urging = urging;
        this.sheets = sheets;
        this.say = say;
        this.visits = visits;
    }

    /** Asks for the number; whoever comes back from a look that has ended is told so. */
    @GetMapping("/open/track")
    String ask(@RequestParam(defaultValue = "") String no, HttpServletRequest request, HttpServletResponse response, Model model) {
        boolean over = LookCookie.token(request).isPresent() && who(request) == null;
        if (over) {
            response.addHeader(HttpHeaders.SET_COOKIE, LookCookie.close(request).toString());
        }
        model.addAttribute("over", over);
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
        var actor = who(request);
        return actor == null ? "redirect:/open/track" : page(actor, done, 0, List.of(), model);
    }

    /** Whoever looks: an agent sees where it stands and what he brought; costs, receipts, letters, visits and talk are between her and the company. */
    private String page(Actor customer, String done, int faulty, List<Violation> faults, Model model) {
        var no = number(customer);
        var summary = reading.summary(no, customer).orElseThrow();
        var allowed = offering.of(no, customer);
        boolean hers = customer.kind() == Actor.Kind.CUSTOMER;
        model.addAttribute("agent", hers ? null : customer.name());
        model.addAttribute("brought", brought.of(summary));
        model.addAttribute("summary", summary);
        model.addAttribute("done", done.isEmpty() ? null : done.equals("urged") ? say.key("web.act.urging") : done.equals("heard") ? say.key("web.track.heard") : done.equals("applied") ? say.key("web.apply.done") : acts.act(done).map(act -> say.key("web.act." + act.key())).orElse(null));
        model.addAttribute("owner", summary.owner() == null ? null : organisation.staff(summary.owner()).orElse(null));
        var stages = reading.stages(no, customer).orElse(List.of());
        var promises = reading.limits(no, customer).orElse(List.of()).stream().filter(limit -> limit.standard().equals("COMMITTED") && !limit.state().equals("VOID")).toList();
        var receipts = reading.receipts(no, customer).orElse(List.of());
        model.addAttribute("where", where.of(summary, stages, promises));
        model.addAttribute("costs", where.costs(summary, stages, receipts).orElse(null));
        model.addAttribute("urgings", supervision.urgings(no, customer).stream().filter(urging -> urging.byId().equals(customer.id())).toList());
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        visits.add(no, faulty, faults, model);
        model.addAttribute("stages", stages.stream().filter(stage -> stage.live() && !stage.state().equals("SKIPPED") && !stage.state().equals("CANCELLED")).toList());
        model.addAttribute("limits", promises);
        model.addAttribute("receipts", receipts.stream().filter(receipt -> hers && receipt.isLive()).toList());
        model.addAttribute("letters", hers ? issued.letters(summary) : List.of());
        model.addAttribute("allowed", allowed.stream().map(CaseAct::name).collect(Collectors.toSet()));
        model.addAttribute("menu", MENU.stream().filter(key -> acts.act(key).filter(act -> allowed.contains(act.permission())).isPresent()).toList());
        return "open/case";
    }

    @GetMapping("/open/case/acts/{act}")
    String form(@PathVariable String act, @RequestParam(defaultValue = "") String of, @RequestParam(defaultValue = "0") int phase, HttpServletRequest request, Model model) {
        var customer = who(request);
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
        var customer = who(request);
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

    /** The time of a visit suits her. */
    @PostMapping("/open/case/appointments/{n}/agreed")
    String agree(@PathVariable int n, HttpServletRequest request, HttpServletResponse response, Model model) {
        var customer = customer(request);
        return customer == null ? "redirect:/open/track" : answered(customer, n, visits.agree(number(customer), n, customer), response, model);
    }

    /** Other times would suit her. */
    @PostMapping("/open/case/appointments/{n}/wishes")
    String wish(@PathVariable int n, @RequestParam MultiValueMap<String, String> posted, HttpServletRequest request, HttpServletResponse response, Model model) {
        var customer = customer(request);
        return customer == null ? "redirect:/open/track" : answered(customer, n, visits.ask(number(customer), n, posted, customer, model), response, model);
    }

    private String answered(Actor customer, int n, List<Violation> faults, HttpServletResponse response, Model model) {
        if (faults.isEmpty()) {
            return "redirect:/open/case?done=heard";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(customer, "", n, faults, model);
    }

    /** Takes in one of her files while she still fills a form. */
    @PostMapping("/open/case/files")
    ResponseEntity<Map<String, String>> take(@RequestParam String name, HttpServletRequest request) {
        var customer = who(request);
        if (customer == null) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        var against = opening.expectFile(LookCookie.token(request).orElseThrow());
        return against.isEmpty() ? uploads.receive(number(customer).unit(), name, request, customer) : uploads.refused(new Refusal(Refusal.Kind.INVALID, against));
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

    /** She urges whoever has her case (催办). */
    @PostMapping("/open/case/urge")
    String urge(@RequestParam(defaultValue = "") String text, HttpServletRequest request, HttpServletResponse response, Model model) {
        var customer = customer(request);
        if (customer == null) {
            return "redirect:/open/track";
        }
        return switch (urging.urge(number(customer), "", text.strip().substring(0, Math.min(500, text.strip().length())), customer)) {
            case Answer.Done<Acted> urged -> "redirect:/open/case?done=urged";
            case Answer.Refused<Acted>(Refusal refusal) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(customer, "", 0, refusal.violations(), model);
            }
        };
    }

    /** Her limits, explained so that she can appeal (时限说明). */
    @GetMapping("/open/case/limits")
    String limits(HttpServletRequest request, Model model) {
        var customer = customer(request);
        if (customer == null) {
            return "redirect:/open/track";
        }
        var no = number(customer);
        var summary = reading.summary(no, customer).orElseThrow();
        model.addAttribute("home", "/open/case");
        model.addAttribute("summary", summary);
        model.addAttribute("sheets", sheets.of(summary, reading.limits(no, customer).orElse(List.of()).stream().filter(limit -> !limit.standard().equals("ASSESSED")).toList()));
        return "staff/limits";
    }

    /** The customer or her agent. */
    private @Nullable Actor who(HttpServletRequest request) {
        return LookCookie.token(request).flatMap(opening::who).orElse(null);
    }

    private @Nullable Actor customer(HttpServletRequest request) {
        return LookCookie.token(request).flatMap(opening::whose).orElse(null);
    }

    /** The case of a customer or an agent. */
    static CaseNo number(Actor actor) {
        return CaseNo.parse(actor.id().substring(actor.id().indexOf(':') + 1)).orElseThrow();
    }

    private CaseActs.Act<?> act(String key) {
        return Objects.requireNonNull(acts.act(key).filter(act -> MENU.contains(act.key()) || BESIDE.contains(act.key()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
