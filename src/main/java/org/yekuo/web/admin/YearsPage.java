package org.yekuo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.CalendarChange;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.RecountingLimits;
import org.yekuo.form.Bound;
import org.yekuo.form.Forms;
import org.yekuo.publishing.DecidingPublication;
import org.yekuo.publishing.PreviewingCalendar;
import org.yekuo.publishing.Proposal;
import org.yekuo.publishing.ProposingPublication;
import org.yekuo.publishing.Publication;
import org.yekuo.publishing.ReadingProposals;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.form.PageForms;
import org.yekuo.web.form.PostedForm;
import tools.jackson.databind.node.ObjectNode;

/** The working calendar (工作日历): a year as twelve months, and for those who publish its changes, previewed, proposed by one and confirmed by another. */
@Controller
class YearsPage {

    private final WorkCalendars calendars;
    private final RecountingLimits recounting;
    private final PreviewingCalendar previewing;
    private final ProposingPublication proposing;
    private final DecidingPublication deciding;
    private final ReadingProposals proposals;
    private final PageForms forms;
    private final CurrentStaff current;
    private final BusinessClock clock;

    YearsPage(WorkCalendars calendars, RecountingLimits recounting, PreviewingCalendar previewing, ProposingPublication proposing, DecidingPublication deciding,
            ReadingProposals proposals, PageForms forms, CurrentStaff current, BusinessClock clock) {
        this.calendars = calendars;
        this.recounting = recounting;
        this.previewing = previewing;
        this.proposing = proposing;
        this.deciding = deciding;
        this.proposals = proposals;
        this.forms = forms;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/work/admin/calendar")
    String year(@RequestParam(required = false) @Nullable Integer year, @RequestParam(defaultValue = "") String done, Model model) {
        return page(shown(year == null ? clock.today().getYear() : year), null, forms.tree(), Map.of(), List.of(), model.addAttribute("done", done));
    }

    @PostMapping("/work/admin/calendar/{year}/day")
    String day(@PathVariable int year, @RequestParam MultiValueMap<String, String> posted, HttpServletResponse response, Model model) {
        return change(year, "day", CalendarForms.Day.class, CalendarForms.Day::change, said -> Optional.ofNullable(said.note()), posted, response, model);
    }

    @PostMapping("/work/admin/calendar/{year}/year")
    String year(@PathVariable int year, @RequestParam MultiValueMap<String, String> posted, HttpServletResponse response, Model model) {
        return change(year, "year", CalendarForms.Year.class, said -> said.change(year), said -> Optional.ofNullable(said.note()), posted, response, model);
    }

    /** First what it would move; when that was seen ({@code _confirmed}), the proposal. */
    private <T> String change(int year, String form, Class<T> type, Function<T, Answer<CalendarChange>> change, Function<T, Optional<String>> note,
            MultiValueMap<String, String> posted, HttpServletResponse response, Model model) {
        var raw = PostedForm.tree(posted).path(form) instanceof ObjectNode given ? given : forms.tree();
        var tree = forms.prune(raw.deepCopy(), type);
        var less = posted.getFirst("_less");
        var more = posted.getFirst("_more");
        if (less != null) {
            forms.drop(tree, less.substring(Math.min(less.length(), form.length() + 1)));
        }
        if (less != null || more != null || posted.containsKey("_again")) {
            return page(shown(year), form, tree, forms.spare(raw, tree, more == null ? null : more.substring(Math.min(more.length(), form.length() + 1))), List.of(), model);
        }
        var answer = switch (Forms.bind(tree, type)) {
            case Bound.Faulty<T>(var faults) -> Answer.<Object>invalid(faults);
            case Bound.Read<T>(var said) -> switch (change.apply(said)) {
                case Answer.Refused<CalendarChange>(var refusal) -> Answer.<Object>refused(refusal);
                case Answer.Done<CalendarChange>(var asked) -> posted.containsKey("_confirmed")
                        ? proposing.propose(new Publication.OfCalendar(asked), note.apply(said).orElse(""), current.actor()).<Object>map(proposal -> proposal)
                        : previewing.preview(asked, current.actor()).<Object>map(preview -> preview);
            };
        };
        return switch (answer) {
            case Answer.Refused<Object>(var refusal) -> {
                response.setStatus(AdminPage.status(refusal).value());
                yield page(shown(year), form, tree, Map.of(), refusal.violations(), model);
            }
            case Answer.Done<Object>(var value) when value instanceof Proposal -> "redirect:/work/admin/calendar?year=" + year + "&done=proposed";
            case Answer.Done<Object>(var preview) -> page(shown(year), form, tree, Map.of(), List.of(), model.addAttribute("preview", preview));
        };
    }

    @PostMapping("/work/admin/calendar/{year}/proposals/{id}/{decision}")
    String decide(@PathVariable int year, @PathVariable long id, @PathVariable String decision, @RequestParam String kind, @RequestParam String subject, HttpServletResponse response, Model model) {
        if (!kind.equals("YEAR") && !kind.equals("DAY")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return switch (deciding.decide(Publication.Kind.valueOf(kind), subject, id, PacksPage.decision(decision), current.actor())) {
            case Answer.Done<Proposal> done -> "redirect:/work/admin/calendar?year=" + year + "&done=" + decision;
            case Answer.Refused<Proposal>(var refusal) -> {
                response.setStatus(AdminPage.status(refusal).value());
                yield page(shown(year), null, forms.tree(), Map.of(), refusal.violations(), model);
            }
        };
    }

    private static int shown(int year) {
        if (year < 2000 || year > 2100) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return year;
    }

    private String page(int year, @Nullable String form, ObjectNode typed, Map<String, Integer> more, List<Violation> faults, Model model) {
        var calendar = calendars.current();
        var actor = current.actor();
        boolean mayPublish = proposals.isOpenTo(actor);
        model.addAttribute("sheet", CalendarSheet.of(calendar, year));
        model.addAttribute("published", calendars.years().stream().filter(one -> one.year() == year).findFirst().orElse(null));
        model.addAttribute("first", calendar.publishedYears().first());
        model.addAttribute("last", Math.max(calendar.publishedYears().last(), clock.today().getYear()) + 1);
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        model.addAttribute("mayPublish", mayPublish);
        if (mayPublish) {
            var under = faults.stream().map(fault -> form == null || fault.field() == null ? fault : fault.under(form)).toList();
            var day = forms.fields(CalendarForms.Day.class, "day", "day".equals(form) ? typed : forms.tree(), Map.of(), "day".equals(form) ? under : List.of(), Map.of());
            var whole = forms.fields(CalendarForms.Year.class, "year", "year".equals(form) ? typed : forms.tree(), Map.of(), "year".equals(form) ? under : List.of(), "year".equals(form) ? more : Map.of());
            model.addAttribute("faults", under);
            model.addAttribute("names", PageForms.names("day".equals(form) ? day : whole));
            model.addAttribute("dayFields", day);
            model.addAttribute("yearFields", whole);
            model.addAttribute("open", form == null ? "" : form);
            model.addAttribute("proposals", proposals.latest(actor, Publication.Kind.YEAR, Publication.Kind.DAY) instanceof Answer.Done<List<Proposal>>(var latest)
                    ? latest.stream().limit(20).toList() : List.of());
            model.addAttribute("recomputations", recounting.progress().stream().limit(5).toList());
            model.addAttribute("me", actor.id());
        }
        return "admin/calendar";
    }
}
