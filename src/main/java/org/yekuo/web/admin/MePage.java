package org.yekuo.web.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.ChangingPassword;
import org.yekuo.access.CurrentStaff;
import org.yekuo.access.PageSession;
import org.yekuo.access.SigningIn;
import org.yekuo.administration.ChoosingPassword;
import org.yekuo.organisation.ReadingStaff;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;

/** Everybody's own page (我的): her hats, what she lends, her leave, her password and sessions, and what was changed about her. */
@Controller
class MePage {

    private final PersonSheet sheet;
    private final ReadingStaff reading;
    private final ChoosingPassword choosing;
    private final CurrentStaff current;

    MePage(PersonSheet sheet, ReadingStaff reading, ChoosingPassword choosing, CurrentStaff current) {
        this.sheet = sheet;
        this.reading = reading;
        this.choosing = choosing;
        this.current = current;
    }

    @GetMapping("/work/me")
    String show(@RequestParam(defaultValue = "") String done, Model model) {
        return page(null, model.addAttribute("done", done));
    }

    @PostMapping("/work/me/{act}")
    String change(@PathVariable String act, @RequestParam MultiValueMap<String, String> posted, HttpServletResponse response, Model model) {
        var form = PersonForms.find(act).filter(PersonForms.Form::own).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var refused = sheet.post(form, current.staffNo(), posted, current.actor());
        if (refused == null) {
            return act.equals("sign-out") ? "redirect:/sign-in" : "redirect:/work/me?done=" + act;
        }
        response.setStatus(AdminPage.status(refused.refusal()).value());
        return page(refused, model);
    }

    private String page(PersonSheet.@Nullable Refused refused, Model model) {
        sheet.show(reading.person(current.staffNo()).orElseThrow(), refused, current.actor(), model);
        return "admin/me";
    }

    /** With a one-time password this is the only page there is. */
    @GetMapping("/work/me/password")
    String password(Model model) {
        return password(List.of(), model);
    }

    @PostMapping("/work/me/password")
    String choose(@RequestParam(defaultValue = "") String now, @RequestParam(defaultValue = "") String fresh, @RequestParam(defaultValue = "") String again,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (choosing.choose(current.login(), new ChangingPassword.Change(now, fresh, again), request.getRemoteAddr(), current.actor())) {
            case Answer.Done<SigningIn.Token>(var token) -> {
                response.addHeader(HttpHeaders.SET_COOKIE, PageSession.open(token, request).toString());
                yield "redirect:/work/me?done=password";
            }
            case Answer.Refused<SigningIn.Token>(var refusal) -> {
                response.setStatus(AdminPage.status(refusal).value());
                yield password(refusal.violations(), model);
            }
        };
    }

    private String password(List<Violation> faults, Model model) {
        model.addAttribute("faults", faults);
        model.addAttribute("names", Map.of());
        model.addAttribute("login", current.login());
        return "admin/password";
    }

    /** Says that the session is good, and by being asked keeps it so. */
    @GetMapping("/work/session")
    ResponseEntity<Void> session() {
        return ResponseEntity.noContent().build();
    }
}
