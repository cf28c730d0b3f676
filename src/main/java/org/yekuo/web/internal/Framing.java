package org.yekuo.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.yekuo.access.CaseAct;
import org.yekuo.access.Permissions;
import org.yekuo.access.SessionRules;
import org.yekuo.administration.Administrators;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.MovableClock;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.supervision.ReadingNotices;
import org.yekuo.publishing.ReadingProposals;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.UnitCode;

/** Puts the frame around every page. */
@Component
@ControllerAdvice("org.yekuo.web")
class Framing {

    private static final List<String> SECTIONS = List.of("/work/intake", "/work/risk", "/work/calendar", "/work/connecting", "/work/supervision", "/work/admin", "/work/me", "/open/regulation");

    private final Organisation organisation;
    private final BusinessClock clock;
    private final ReadingNotices notices;
    private final Administrators administrators;
    private final ReadingProposals proposals;
    private final SessionRules session;

    Framing(Organisation organisation, BusinessClock clock, ReadingNotices notices, Administrators administrators, ReadingProposals proposals, SessionRules session) {
        this.administrators = administrators;
        this.proposals = proposals;
        this.session = session;
        this.organisation = organisation;
        this.clock = clock;
        this.notices = notices;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        var query = request.getQueryString();
        var here = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean drill = clock instanceof MovableClock;
        boolean moved = clock instanceof MovableClock movable && Math.abs(movable.offset().toMinutes()) > 5;
        var staff = signedIn();
        return new Frame(staff.map(Staff::no).orElse(null), staff.map(Staff::name).orElse(null),
                staff.flatMap(person -> home(person.no())).orElse(null), drill, moved, clock.today(),
                staff.filter(person -> may(CaseAct.REGISTER, person.no())).isPresent(), staff.filter(person -> may(CaseAct.ASSIGN, person.no())).isPresent(),
                staff.map(person -> notices.unread(person.no())).orElse(0L), staff.filter(this::administers).isPresent(), session.idle().toSeconds(),
                request.getParameter("_draft") != null, here, section(request.getRequestURI()));
    }

    private static @Nullable String section(String path) {
        return path.equals("/work") ? "today" : SECTIONS.stream().filter(path::startsWith).map(start -> start.substring(start.lastIndexOf('/') + 1)).findFirst().orElse(null);
    }

    private boolean administers(Staff person) {
        var actor = Actor.staff(person.no(), person.name());
        return !administrators.units(actor).isEmpty() || proposals.isOpenTo(actor);
    }

    private boolean may(CaseAct act, String staffNo) {
        var roles = Permissions.rolesFor(act);
        return organisation.hats(staffNo, clock.today()).stream().anyMatch(post -> roles.contains(post.role()));
    }

    private Optional<Staff> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof String no ? organisation.staff(no) : Optional.empty();
    }

    private Optional<String> home(String staffNo) {
        return organisation.hats(staffNo, clock.today()).stream().map(post -> post.unit()).min(java.util.Comparator.comparing(UnitCode::value))
                .flatMap(organisation::unit).map(unit -> unit.name());
    }
}
