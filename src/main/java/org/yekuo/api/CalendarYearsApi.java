package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.JsonBody;
import org.yekuo.api.internal.PublishingAnswers;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.api.internal.Takes;
import org.yekuo.calendar.CalendarChange;
import org.yekuo.calendar.Notice;
import org.yekuo.calendar.RestSpan;
import org.yekuo.calendar.WorkCalendar.SpecialDay;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.RecountingLimits;
import org.yekuo.form.Asked;
import org.yekuo.publishing.DecidingPublication.Decision;
import org.yekuo.publishing.Publication;
import org.yekuo.publishing.ReadingProposals;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/** Publishing the calendar (放假安排发布): a year's notice or a single day, proposed by one and confirmed by another; and what then moved. */
@Tag(name = "9 日历 Calendar", description = "工作日与截止日")
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarYearsApi {

    /** 国务院办公厅通知: rest days from … to, working weekends one by one. */
    record YearForm(
            @Asked(usedBy = "room:calendar", maxLength = 60) String number, @Asked(usedBy = "room:calendar", maxLength = 120) @Nullable String title,
            @Asked(usedBy = "room:calendar") List<RestForm> rest, @Asked(usedBy = "room:calendar") List<WorkForm> work,
            @Asked(usedBy = "room:publishing", maxLength = 1000) @Nullable String note) {}

    record RestForm(
            @Asked(usedBy = "room:calendar") LocalDate from, @Asked(usedBy = "room:calendar") @Nullable LocalDate to,
            @Asked(usedBy = "room:calendar", maxLength = 40) String occasion, @Asked(usedBy = "room:calendar", maxLength = 40) @Nullable String occasionEn) {}

    record WorkForm(
            @Asked(usedBy = "room:calendar") LocalDate date, @Asked(usedBy = "room:calendar", maxLength = 40) String occasion,
            @Asked(usedBy = "room:calendar", maxLength = 40) @Nullable String occasionEn) {}

    record DayForm(
            @Asked(usedBy = "room:calendar") SpecialDay.Rule rule, @Asked(usedBy = "room:calendar", maxLength = 40) String occasion,
            @Asked(usedBy = "room:calendar", maxLength = 40) @Nullable String occasionEn, @Asked(usedBy = "room:calendar", maxLength = 120) String title,
            @Asked(usedBy = "room:calendar", maxLength = 60) String number, @Asked(usedBy = "room:publishing", maxLength = 1000) @Nullable String note) {}

    private final WorkCalendars calendars;
    private final RecountingLimits recounting;
    private final ReadingProposals proposals;
    private final PublishingAnswers answers;
    private final CurrentStaff current;

    CalendarYearsApi(WorkCalendars calendars, RecountingLimits recounting, ReadingProposals proposals, PublishingAnswers answers, CurrentStaff current) {
        this.calendars = calendars;
        this.recounting = recounting;
        this.proposals = proposals;
        this.answers = answers;
        this.current = current;
    }

    /** The published years with their notices and days; open to everybody. */
    @GetMapping("/years")
    Map<String, Object> years() {
        return Map.of("version", calendars.current().version(), "years", calendars.years());
    }

    @GetMapping("/proposals")
    ResponseEntity<Object> proposals() {
        return answers.of(proposals.latest(current.actor(), Publication.Kind.YEAR, Publication.Kind.DAY).map(found -> Map.of("proposals", found)));
    }

    /** How far limits are reckoned anew after changes of the calendar. */
    @GetMapping("/recomputations")
    Map<String, Object> recomputations() {
        return Map.of("recomputations", recounting.progress());
    }

    @PostMapping("/years/{year}/proposal")
    @Takes(YearForm.class)
    ResponseEntity<Object> proposeYear(@PathVariable int year, JsonBody body, HttpServletRequest request) {
        var said = body.as(YearForm.class);
        var days = days(said);
        var title = Optional.ofNullable(said.title()).orElse("国务院办公厅关于" + year + "年部分节假日安排的通知");
        return answers.propose(request, body, new Publication.OfCalendar(new CalendarChange.Year(year, new Notice(year, title, Optional.of(said.number())), days)),
                Objects.requireNonNullElse(said.note(), ""));
    }

    @PostMapping("/years/{year}/confirmation")
    @Takes(PublishingAnswers.DecisionForm.class)
    ResponseEntity<Object> confirmYear(@PathVariable int year, JsonBody body, HttpServletRequest request) {
        return answers.decide(request, body, Publication.Kind.YEAR, String.valueOf(year), Decision.CONFIRM);
    }

    @PostMapping("/years/{year}/withdrawal")
    @Takes(PublishingAnswers.DecisionForm.class)
    ResponseEntity<Object> withdrawYear(@PathVariable int year, JsonBody body, HttpServletRequest request) {
        return answers.decide(request, body, Publication.Kind.YEAR, String.valueOf(year), Decision.WITHDRAW);
    }

    @PostMapping("/days/{date}/proposal")
    @Takes(DayForm.class)
    ResponseEntity<Object> proposeDay(@PathVariable LocalDate date, JsonBody body, HttpServletRequest request) {
        var said = body.as(DayForm.class);
        var day = new SpecialDay(date, said.rule(), text(said.occasion(), said.occasionEn()));
        return answers.propose(request, body, new Publication.OfCalendar(new CalendarChange.Day(day, new Notice(date.getYear(), said.title(), Optional.of(said.number())))),
                Objects.requireNonNullElse(said.note(), ""));
    }

    @PostMapping("/days/{date}/confirmation")
    @Takes(PublishingAnswers.DecisionForm.class)
    ResponseEntity<Object> confirmDay(@PathVariable LocalDate date, JsonBody body, HttpServletRequest request) {
        return answers.decide(request, body, Publication.Kind.DAY, date.toString(), Decision.CONFIRM);
    }

    @PostMapping("/days/{date}/withdrawal")
    @Takes(PublishingAnswers.DecisionForm.class)
    ResponseEntity<Object> withdrawDay(@PathVariable LocalDate date, JsonBody body, HttpServletRequest request) {
        return answers.decide(request, body, Publication.Kind.DAY, date.toString(), Decision.WITHDRAW);
    }

    private static List<SpecialDay> days(YearForm said) {
        var wrong = new ArrayList<Violation>();
        var days = new ArrayList<SpecialDay>();
        for (int i = 0; i < said.rest().size(); i++) {
            var row = said.rest().get(i);
            var rest = new RestSpan(row.from(), row.to() == null ? row.from() : row.to(), text(row.occasion(), row.occasionEn()));
            rest.fault("rest[" + i + "].to").ifPresentOrElse(wrong::add, () -> days.addAll(rest.days()));
        }
        said.work().forEach(work -> days.add(new SpecialDay(work.date(), SpecialDay.Rule.WORK, text(work.occasion(), work.occasionEn()))));
        if (!wrong.isEmpty()) {
            throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT, wrong);
        }
        return days;
    }

    private static Text text(String zh, @Nullable String en) {
        return new Text(zh, en == null ? zh : en);
    }
}
