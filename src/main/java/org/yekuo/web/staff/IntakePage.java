package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CaseAct;
import org.yekuo.access.CurrentStaff;
import org.yekuo.access.Permissions;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.customer.IdType;
import org.yekuo.document.DocumentInput;
import org.yekuo.document.HeldPaper;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.portal.SendingPapers;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.stage.acceptance.ApplicationForm;
import org.yekuo.stage.acceptance.Applied;
import org.yekuo.stage.acceptance.ApplyingForSupply;
import org.yekuo.stage.acceptance.PaperWarnings;
import org.yekuo.stage.acceptance.ReadingHeldPapers;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.IntakeSheet;
import org.yekuo.web.form.PageField.Option;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import org.yekuo.web.form.Uploads;
import org.yekuo.web.internal.Say;
import tools.jackson.databind.node.ObjectNode;

/** Taking an application at the counter (受理): one form for all customers and channels; what follows from it is shown while it is typed. */
@Controller
class IntakePage {

    private final ApplyingForSupply applying;
    private final ReadingHeldPapers heldPapers;
    private final SendingPapers sending;
    private final PhoneDesk phone;
    private final IntakeSheet sheet;
    private final PageForms forms;
    private final Uploads uploads;
    private final Regulations regulations;
    private final Organisation organisation;
    private final CurrentStaff current;
    private final BusinessClock clock;
    private final Say say;

    IntakePage(ApplyingForSupply applying, ReadingHeldPapers heldPapers, SendingPapers sending, PhoneDesk phone, IntakeSheet sheet, PageForms forms, Uploads uploads, Regulations regulations, Organisation organisation, CurrentStaff current,
            BusinessClock clock, Say say) {
        this.applying = applying;
        this.heldPapers = heldPapers;
        this.sending = sending;
        this.phone = phone;
        this.sheet = sheet;
        this.forms = forms;
        this.uploads = uploads;
        this.regulations = regulations;
        this.organisation = organisation;
        this.current = current;
        this.clock = clock;
        this.say = say;
    }

    @GetMapping("/work/intake")
    String show(Model model) {
        var values = forms.tree();
        halls().stream().findFirst().ifPresent(hall -> values.put("hall", hall.value()));
        values.put("channel", "COUNTER").put("business", "NEW_INSTALL");
        return page(values, List.of(), Map.of(), model);
    }

    /** What follows from what is typed so far; only the parts of the page that change. */
    @PostMapping("/work/intake/preview")
    String preview(@RequestParam MultiValueMap<String, String> posted, Model model) {
        page(withPhone(tree(posted), posted, model), List.of(), Map.of(), model);
        return "staff/intake :: live";
    }

    /** What the customer's telephone has sent so far; the list is made anew when there is something new. */
    @PostMapping("/work/intake/phone")
    String arrived(@RequestParam("_link") String link, @RequestParam(name = "_seen", defaultValue = "0") int seen, HttpServletResponse response, Model model) {
        var shown = phone.show(link, current.actor());
        if (sending.arrived(link, current.actor()).size() != seen) {
            response.setHeader("HX-Trigger", "arrived");
        }
        model.addAttribute("phone", shown);
        model.addAttribute("seen", sending.arrived(link, current.actor()).size());
        return "parts/phone :: arrived";
    }

    @PostMapping("/work/intake")
    String apply(@RequestParam MultiValueMap<String, String> posted, @RequestParam Map<String, MultipartFile> files, HttpServletResponse response, Model model) {
        var taken = uploads.take(posted, files, city(), current.actor());
        var values = withPhone(tree(taken.values()), posted, model);
        var less = posted.getFirst("_less");
        var more = posted.getFirst("_more");
        if (less != null) {
            forms.drop(values, less);
        }
        if (posted.containsKey("_preview") || posted.containsKey("_phone") || less != null || more != null) {
            return page(values, taken.faults(), forms.spare(PostedForm.tree(taken.values()), values, more), model);
        }
        var bound = Forms.bind(values, ApplicationForm.class);
        var faults = new ArrayList<>(taken.faults());
        faults.addAll(bound.violations());
        if (faults.isEmpty() && bound instanceof Bound.Read<ApplicationForm>(var form)) {
            switch (applying.apply(form, current.actor())) {
                case Answer.Done<Applied>(var applied) -> {
                    return "redirect:/work/cases/" + applied.caseNo() + "?done=acceptance";
                }
                case Answer.Refused<Applied>(var refusal) -> faults.addAll(refusal.violations());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(values, faults, Map.of(), model);
    }

    /** With a square code shown or asked for: what came goes into the papers, and the telephone is offered what the list says now. */
    private ObjectNode withPhone(ObjectNode values, MultiValueMap<String, String> posted, Model model) {
        var link = Objects.requireNonNullElse(posted.getFirst("_link"), "");
        if (link.isBlank() && !posted.containsKey("_phone")) {
            return values;
        }
        var actor = current.actor();
        var items = PhoneDesk.items(sheet.of(pack(), values, inCounty(), List.of()).papers().stream().map(IntakeSheet.Listed::row).toList());
        if (link.isBlank() || sending.find(link).isEmpty() && posted.containsKey("_phone")) {
            link = sending.open(city(), null, items, actor);
        } else {
            sending.offer(link, items, actor);
            phone.merge(link, actor, values, merged(posted));
        }
        model.addAttribute("phone", phone.show(link, actor));
        model.addAttribute("seen", sending.arrived(link, actor).size());
        return values;
    }

    /** How many files of the telephone the posted list shows. */
    private static int merged(MultiValueMap<String, String> posted) {
        var said = Objects.requireNonNullElse(posted.getFirst("_merged"), "");
        return said.matches("\\d{1,4}") ? Integer.parseInt(said) : 0;
    }

    private boolean inCounty() {
        return units().stream().anyMatch(unit -> unit.value().length() == 6);
    }

    private ObjectNode tree(MultiValueMap<String, String> posted) {
        return forms.prune(PostedForm.tree(posted), ApplicationForm.class);
    }

    private String page(ObjectNode values, List<Violation> faults, Map<String, Integer> spare, Model model) {
        var pack = pack();
        var fields = forms.fields(ApplicationForm.class, "", values, sheet.options(pack, halls(), units()), faults, spare);
        model.addAttribute("faults", faults);
        model.addAttribute("names", PageForms.names(fields));
        model.addAttribute("fields", fields.stream().filter(field -> !Set.of("documents", "happenedOn", "lateBecause").contains(field.path())).toList());
        model.addAttribute("late", fields.stream().filter(field -> Set.of("happenedOn", "lateBecause").contains(field.path())).toList());
        model.addAttribute("sheet", sheet.of(pack, values, inCounty(), faults));
        model.addAttribute("held", held(pack, values));
        model.addAttribute("notes", notes(pack, values));
        model.addAttribute("title", say.key("web.menu.intake"));
        return "staff/intake";
    }

    /** Papers the customer's file holds already, once it is said who she is. */
    private Map<String, HeldPaper> held(Pack pack, ObjectNode values) {
        var idType = values.at("/applicant/idType").asString("");
        var number = values.at("/applicant/idNumber").asString("").strip();
        return Arrays.stream(IdType.values()).filter(type -> type.name().equals(idType) && !number.isEmpty()).findFirst()
                .map(type -> heldPapers.of(pack, city(), type, number, clock.today())).orElse(Map.of());
    }

    /** What to watch about each paper ticked so far, by its code. */
    private Map<String, List<Violation>> notes(Pack pack, ObjectNode values) {
        var papers = new ArrayList<DocumentInput>();
        values.path("documents").valueStream().forEach(paper -> papers.add(new DocumentInput(paper.path("type").asString(""), null, day(paper.path("validUntil").asString("")), false, 1, null)));
        return PaperWarnings.of(pack.checklists(), papers, clock.today(), day(values.path("requiredBy").asString(""))).stream()
                .collect(Collectors.groupingBy(note -> papers.get(Integer.parseInt(String.valueOf(note.field()).replaceAll("\\D", ""))).type()));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException halfTyped) {
            return null;
        }
    }

    private Pack pack() {
        return regulations.inForce(clock.today()).orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }

    /** The halls of the units in which she may take an application. */
    private List<Option> halls() {
        var units = hats();
        return organisation.halls().stream().filter(hall -> units.contains(hall.unit())).map(hall -> IntakeSheet.option(hall.code(), hall.name())).toList();
    }

    private List<Option> units() {
        var city = city();
        return organisation.units().stream().filter(unit -> !unit.code().isProvince() && unit.code().city().equals(city))
                .map(unit -> IntakeSheet.option(unit.code().value(), unit.name())).toList();
    }

    private Set<UnitCode> hats() {
        var roles = Permissions.rolesFor(CaseAct.REGISTER);
        return organisation.hats(current.staffNo(), clock.today()).stream().filter(post -> roles.contains(post.role())).map(Post::unit).collect(Collectors.toSet());
    }

    private UnitCode city() {
        return hats().stream().filter(unit -> !unit.isProvince()).map(UnitCode::city).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
