package org.yekuo.web.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.appointment.Appointments;
import org.yekuo.appointment.SiteWork;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.OfferingActs;
import org.yekuo.casework.ReadingCase;
import org.yekuo.casework.VisitingOnce;
import org.yekuo.customer.Customers;
import org.yekuo.document.CaseDocument;
import org.yekuo.document.CasePapers;
import org.yekuo.document.Letter;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PaperKind;
import org.yekuo.regulation.Regulations;
import org.yekuo.supervision.ReadingSupervision;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.web.acts.CaseActs;
import org.yekuo.web.internal.ProcedureDrawing;
import org.yekuo.web.internal.Say;
import org.yekuo.web.internal.StageNames;

/** A case on one page (一案一页): where it stands and whose turn it is, its limits day by day, its stages, receipts and entries. */
@Controller
class CasePage {

    private static final int EVENTS = 200;

    /** A turn, with names: what, who, whether it is hers who reads, and the stage of the visit that is to be arranged. */
    record Turn(ReadingCase.Turn turn, Text name, String who, boolean mine, @Nullable String visit) {

        /** What of the case the turn is, for those who urge or supervise. */
        public @Nullable String about() {
            return turn.part() == null ? null : turn.stage() + "/" + turn.phase() + "/" + turn.part();
        }
    }

    /** A letter issued, by what it calls itself. */
    record IssuedLetter(String title, Letter letter) {}

    /** A paper on file, by its name in the checklist. */
    record Paper(Text name, CaseDocument paper) {}

    private final ReadingCase reading;
    private final Customers customers;
    private final Regulations regulations;
    private final Organisation organisation;
    private final CurrentStaff current;
    private final WorkCalendars calendars;
    private final BusinessClock clock;
    private final OfferingActs offering;
    private final CaseActs acts;
    private final CasePapers papers;
    private final CaseStory story;
    private final ReadingSupervision supervision;
    private final Say say;
    private final Appointments appointments;
    private final List<SiteWork> works;
    private final VisitingOnce visiting;
    private final StageNames names;

    CasePage(ReadingCase reading, Customers customers, Regulations regulations, Organisation organisation, CurrentStaff current, WorkCalendars calendars,
            BusinessClock clock, OfferingActs offering, CaseActs acts, CasePapers papers, CaseStory story, ReadingSupervision supervision, Say say,
            Appointments appointments, List<SiteWork> works, VisitingOnce visiting, StageNames names) {
        this.reading = reading;
        this.customers = customers;
        this.regulations = regulations;
        this.organisation = organisation;
        this.current = current;
        this.calendars = calendars;
        this.clock = clock;
        this.offering = offering;
        this.acts = acts;
        this.papers = papers;
        this.story = story;
        this.supervision = supervision;
        this.say = say;
        this.appointments = appointments;
        this.works = works;
        this.visiting = visiting;
        this.names = names;
    }

    @GetMapping("/work/cases/{no}")
    String show(@PathVariable String no, @RequestParam(defaultValue = "") String done, Model model) {
        var actor = current.actor();
        var number = CaseNo.parse(no).orElseThrow(CasePage::notThere);
        var summary = reading.summary(number, actor).orElseThrow(CasePage::notThere);
        var stages = reading.stages(number, actor).orElse(List.of());
        model.addAttribute("summary", summary);
        model.addAttribute("customer", customers.view(new UnitCode(summary.unit()), summary.customerId()).orElse(null));
        model.addAttribute("owner", Optional.ofNullable(summary.owner()).flatMap(organisation::staff).orElse(null));
        model.addAttribute("handler", organisation.unit(new UnitCode(summary.handledBy())).map(unit -> unit.name()).orElse(summary.handledBy()));
        model.addAttribute("hall", organisation.hall(summary.acceptedByHall()).map(hall -> hall.name()).orElse(summary.acceptedByHall()));
        model.addAttribute("done", done(done, stages));
        var allowed = offering.of(number, actor);
        model.addAttribute("allowed", allowed.stream().map(Enum::name).collect(java.util.stream.Collectors.toSet()));
        model.addAttribute("menu", acts.menu().stream().filter(act -> allowed.contains(act.permission())).map(CaseActs.Act::key).toList());
        model.addAttribute("appointments", appointments.of(number));
        model.addAttribute("oneVisit", visiting.mayVisit(number, actor));
        model.addAttribute("papers", papers(summary, number));
        model.addAttribute("turns", summary.turns().stream().map(turn -> turn(number, turn, stages, actor)).toList());
        model.addAttribute("stages", stages);
        model.addAttribute("limits", CaseLimits.of(reading.limits(number, actor).orElse(List.of()), calendars.current(), clock.today()));
        model.addAttribute("letters", letters(summary, number));
        model.addAttribute("receipts", reading.receipts(number, actor).orElse(List.of()));
        model.addAttribute("story", story.of(reading.events(number, 0, EVENTS, actor).orElse(List.of()), regulations.pack(summary.pack()).orElse(null)));
        model.addAttribute("urgings", supervision.urgings(number, actor));
        model.addAttribute("supervised", supervision.of(number, actor));
        model.addAttribute("drawing", drawing(summary, stages));
        return "staff/case";
    }

    /** What was just done, by its key: {@code act.transfer}, or a stage. */
    private @Nullable String done(String key, List<ReadingCase.Stage> stages) {
        if (key.equals("appointment")) {
            return say.key("web.appointment");
        }
        if (key.startsWith("act.")) {
            return acts.act(key.substring(4)).map(act -> say.key("web.act." + act.key())).orElse(null);
        }
        return stages.stream().filter(stage -> stage.stage().equals(key)).findFirst().map(stage -> say.of(stage.name())).orElse(null);
    }

    private List<Paper> papers(ReadingCase.Summary summary, CaseNo number) {
        var names = new HashMap<String, Text>();
        regulations.pack(summary.pack()).ifPresent(pack -> pack.checklists().forEach(list -> names.putIfAbsent(list.code(), list.name())));
        return papers.documentsOf(new UnitCode(summary.unit()), number).stream().filter(paper -> paper.supersededBy() == null)
                .map(paper -> new Paper(names.getOrDefault(paper.document().type(), new Text(paper.document().type(), paper.document().type())), paper)).toList();
    }

    private List<IssuedLetter> letters(ReadingCase.Summary summary, CaseNo number) {
        var pack = regulations.pack(summary.pack());
        return papers.lettersOf(new UnitCode(summary.unit()), number).reversed().stream().map(letter -> new IssuedLetter(
                pack.flatMap(found -> found.letterTitle(PaperKind.template(letter.kind()), letter.variant())).orElse(letter.kind()), letter)).toList();
    }

    private Turn turn(CaseNo no, ReadingCase.Turn turn, List<ReadingCase.Stage> stages, Actor actor) {
        if (turn.unit() == null || turn.role() == null) {
            return new Turn(turn, turn.name(), "", false, null);
        }
        var unit = new UnitCode(turn.unit());
        var role = Role.valueOf(turn.role());
        var who = new ArrayList<String>();
        organisation.unit(unit).ifPresent(found -> who.add(found.name()));
        who.add(role.zh());
        Optional.ofNullable(turn.assignee()).flatMap(organisation::staff).map(Staff::name).ifPresent(who::add);
        return new Turn(turn, name(turn, stages), String.join(" · ", who), organisation.holds(actor.id(), role, unit, clock.today()), visit(no, turn));
    }

    /** The stage; of a stage done in several parts, what is to be done for this one. */
    private Text name(ReadingCase.Turn turn, List<ReadingCase.Stage> stages) {
        var lead = stages.stream().filter(stage -> stage.live() && stage.stage().equals(turn.stage()) && stage.phase() == turn.phase()).flatMap(stage -> stage.parts().stream())
                .anyMatch(part -> part.part().equals(turn.part()) && part.kind().equals("LEAD"));
        return lead ? turn.name() : names.name(turn.stage(), Objects.requireNonNullElse(turn.part(), ""), false);
    }

    /** The visit nobody has arranged for what is open. */
    private @Nullable String visit(CaseNo no, ReadingCase.Turn turn) {
        return works.stream().filter(work -> work.key().equals(turn.stage()) || work.orderedBy().filter(turn.stage()::equals).isPresent()).map(SiteWork::key)
                .filter(stage -> appointments.live(no, stage, turn.phase()).isEmpty()).findFirst().orElse(null);
    }

    private @Nullable ProcedureDrawing drawing(ReadingCase.Summary summary, List<ReadingCase.Stage> stages) {
        var states = new HashMap<String, String>();
        stages.stream().filter(ReadingCase.Stage::live).forEach(stage -> states.merge(stage.stage(), state(stage), CasePage::further));
        return regulations.pack(summary.pack()).flatMap((Pack pack) -> pack.procedure(summary.procedure()))
                .map(procedure -> ProcedureDrawing.of(procedure, Map.copyOf(states))).orElse(null);
    }

    private static String state(ReadingCase.Stage stage) {
        return switch (stage.state()) {
            case "CLOSED" -> stage.settled() ? "DONE" : "OPEN";
            case "SKIPPED" -> "SKIPPED";
            case "CANCELLED" -> "";
            case "WAITING" -> "WAITING";
            default -> "OPEN";
        };
    }

    /** Of several phases, the one that is not done yet says how the stage stands. */
    private static String further(String one, String other) {
        return one.equals("DONE") || one.equals("SKIPPED") ? other : one;
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
