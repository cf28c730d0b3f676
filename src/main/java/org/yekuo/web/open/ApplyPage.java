package org.yekuo.web.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.KeepingDrafts;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.organisation.Organisation;
import org.yekuo.portal.OpeningCase;
import org.yekuo.portal.ProvingPhone;
import org.yekuo.portal.TextMessages;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.stage.acceptance.ApplicationForm;
import org.yekuo.stage.acceptance.Applied;
import org.yekuo.stage.acceptance.ApplyingForSupply;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.IntakeSheet;
import org.yekuo.web.form.PageField.Option;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import org.yekuo.web.form.Uploads;

/**
 * Applying for supply over the web (网上申请): the form of the counter without what is the counter's, by somebody who has proven her telephone number.
 * Files are taken from nobody else.
 */
@Controller
class ApplyPage {

    /** What a clerk says, and what is shown in a place of its own. */
    private static final Set<String> NOT_HERS = Set.of("hall", "channel", "happenedOn", "lateBecause", "guideHandedOver", "documents");

    private final ApplyingForSupply applying;
    private final ProvingPhone proving;
    private final OpeningCase opening;
    private final IntakeSheet sheet;
    private final PageForms forms;
    private final Uploads uploads;
    private final Regulations regulations;
    private final Organisation organisation;
    private final BusinessClock clock;
    private final ObjectProvider<TextMessages> messages;
    private final KeepingDrafts drafts;

    ApplyPage(ApplyingForSupply applying, ProvingPhone proving, OpeningCase opening, IntakeSheet sheet, PageForms forms, Uploads uploads, Regulations regulations,
            Organisation organisation, BusinessClock clock, ObjectProvider<TextMessages> messages, KeepingDrafts drafts) {
        this.applying = applying;
        this.proving = proving;
        this.opening = opening;
        this.sheet = sheet;
        this.forms = forms;
        this.uploads = uploads;
        this.regulations = regulations;
        this.organisation = organisation;
        this.clock = clock;
        this.messages = messages;
        this.drafts = drafts;
    }

    @GetMapping("/open/apply")
    String show(@RequestParam(defaultValue = "NEW_INSTALL") String business, Model model) {
        var posted = new LinkedMultiValueMap<String, String>();
        posted.add("business", business);
        return page(posted, "", false, List.of(), model);
    }

    @PostMapping("/open/apply/preview")
    String preview(@RequestParam MultiValueMap<String, String> posted, Model model) {
        page(posted, "", false, List.of(), model);
        return "open/apply :: live";
    }

    @PostMapping("/open/apply")
    String apply(@RequestParam MultiValueMap<String, String> posted, @RequestParam Map<String, MultipartFile> files, HttpServletRequest request,
            HttpServletResponse response, Model model) {
        if (posted.containsKey("_preview") || posted.containsKey("_more") || posted.containsKey("_less")) {
            return page(posted, proof(posted), false, List.of(), model);
        }
        var phone = said(posted, "applicant.phone");
        if (posted.containsKey("_send")) {
            var against = proving.send(phone, request.getRemoteAddr());
            response.setStatus(against.isEmpty() ? HttpStatus.OK.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(posted, "", against.isEmpty(), against, model);
        }
        return switch (proven(posted, phone)) {
            case Answer.Refused<String>(var refusal) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(posted, "", false, refusal.violations(), model);
            }
            case Answer.Done<String>(String proof) -> send(posted, files, proof, request, response, model);
        };
    }

    private Answer<String> proven(MultiValueMap<String, String> posted, String phone) {
        var proof = proof(posted);
        if (proving.isProven(phone, proof)) {
            return Answer.done(proof);
        }
        var code = said(posted, "_code");
        return code.isBlank() ? Answer.invalid(List.of(Violation.at("_code", "portal.not-proven"))) : proving.prove(phone, code);
    }

    private String send(MultiValueMap<String, String> posted, Map<String, MultipartFile> files, String proof, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        var faults = new ArrayList<Violation>();
        var unit = said(posted, "unit");
        var values = posted;
        if (UnitCode.isValid(unit) && organisation.unit(new UnitCode(unit)).filter(known -> !known.code().isProvince()).isPresent()) {
            var taken = uploads.take(posted, files, new UnitCode(unit).city(), new Actor("customer:online", said(posted, "applicant.name"), Actor.Kind.CUSTOMER));
            values = taken.values();
            faults.addAll(taken.faults());
        } else {
            faults.add(Violation.at("unit", "form.missing"));
        }
        var bound = Forms.bind(tree(values), ApplicationForm.class);
        faults.addAll(bound.violations());
        if (faults.isEmpty() && bound instanceof Bound.Read<ApplicationForm>(var form)) {
            switch (applying.sendIn(form)) {
                case Answer.Done<Applied>(var applied) -> {
                    proving.proven(proof).ifPresent(phone -> drafts.discard(drafts.ownerOf(phone), "/open/apply"));
                    proving.spend(proof);
                    response.addHeader(HttpHeaders.SET_COOKIE, LookCookie.open(opening.open(applied.caseNo()).token(), request).toString());
                    return "redirect:/open/case?done=applied";
                }
                case Answer.Refused<Applied>(var refusal) -> faults.addAll(refusal.violations());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(values, proof, false, faults, model);
    }

    /** What was posted as an application, with what follows from its coming over the web. */
    private tools.jackson.databind.node.ObjectNode tree(MultiValueMap<String, String> posted) {
        var own = new LinkedMultiValueMap<>(posted);
        List.of("happenedOn", "lateBecause", "guideHandedOver").forEach(own::remove);
        own.set("channel", "ONLINE");
        own.set("hall", said(posted, "unit"));
        return forms.prune(PostedForm.tree(own), ApplicationForm.class);
    }

    private String page(MultiValueMap<String, String> posted, String proof, boolean sent, List<Violation> faults, Model model) {
        var pack = pack();
        var values = tree(posted);
        var less = posted.getFirst("_less");
        if (less != null) {
            forms.drop(values, less);
        }
        var spare = forms.spare(PostedForm.tree(posted), values, posted.getFirst("_more"));
        var units = organisation.units().stream().filter(unit -> !unit.code().isProvince()).map(unit -> IntakeSheet.option(unit.code().value(), unit.name())).toList();
        var fields = forms.fields(ApplicationForm.class, "", values, sheet.options(pack, List.<Option>of(), units), faults, spare);
        model.addAttribute("faults", faults);
        model.addAttribute("names", PageForms.names(fields));
        model.addAttribute("fields", fields.stream().filter(field -> !NOT_HERS.contains(field.path())).toList());
        model.addAttribute("sheet", sheet.of(pack, values, true, faults));
        model.addAttribute("proof", proof);
        model.addAttribute("sent", sent);
        model.addAttribute("texts", messages.stream().anyMatch(channel -> channel.shown().isPresent()));
        return "open/apply";
    }

    /** The text messages of a drill (演练短信). */
    @GetMapping("/open/texts")
    String texts(Model model) {
        model.addAttribute("texts", messages.stream().findFirst().flatMap(TextMessages::shown).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "open/texts";
    }

    private Pack pack() {
        return regulations.inForce(clock.today()).orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    private static String proof(MultiValueMap<String, String> posted) {
        return said(posted, "_proof");
    }

    private static String said(MultiValueMap<String, String> posted, String field) {
        return Objects.requireNonNullElse(posted.getFirst(field), "").strip();
    }
}
