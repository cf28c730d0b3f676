package org.yekuo.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.administration.Administrators;
import org.yekuo.administration.ReadingTraces;
import org.yekuo.organisation.Organisation;
import org.yekuo.publishing.ReadingProposals;
import org.yekuo.stage.acceptance.TakingOverClosed;
import org.yekuo.vocabulary.Refusal;

/** Where administration begins (管理): a door to everything the reader may do, and what was changed lately. */
@Controller
class AdminPage {

    private static final int PAGE = 50;

    private final Administrators administrators;
    private final ReadingProposals proposals;
    private final ReadingTraces traces;
    private final Organisation organisation;
    private final CurrentStaff current;
    private final TakingOverClosed closed;

    AdminPage(Administrators administrators, ReadingProposals proposals, ReadingTraces traces, Organisation organisation, CurrentStaff current, TakingOverClosed closed) {
        this.administrators = administrators;
        this.proposals = proposals;
        this.traces = traces;
        this.organisation = organisation;
        this.current = current;
        this.closed = closed;
    }

    @GetMapping("/work/admin")
    String doors(@RequestParam(required = false) @Nullable Long before, Model model) {
        var actor = current.actor();
        boolean people = !administrators.units(actor).isEmpty();
        boolean rules = proposals.isOpenTo(actor);
        if (!people && !rules) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var latest = traces.latest(actor, before, PAGE + 1);
        var shown = latest.stream().limit(PAGE).toList();
        model.addAttribute("people", people);
        model.addAttribute("rules", rules);
        model.addAttribute("closed", closed.isOpenTo(actor));
        model.addAttribute("traces", shown);
        model.addAttribute("next", latest.size() > PAGE ? shown.getLast().id() : null);
        model.addAttribute("subjects", shown.stream().map(trace -> trace.subject()).distinct().collect(java.util.stream.Collectors.toMap(no -> no,
                no -> organisation.staff(no).map(one -> one.name()).orElse(no))));
        return "admin/doors";
    }

    /** Keeps everybody out who administers nothing. */
    static void only(Administrators administrators, CurrentStaff current) {
        if (administrators.units(current.actor()).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    static HttpStatus status(Refusal refusal) {
        return switch (refusal.kind()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }
}
