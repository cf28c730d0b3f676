package org.yekuo.web.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import org.yekuo.access.KeepingAccounts;
import org.yekuo.administration.Administrators;
import org.yekuo.administration.IssuingPassword;
import org.yekuo.organisation.ReadingStaff.Person;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;

/** One person as her administrator sees her (人员档案): posts, loans, leave, account, and what was changed. Somebody of another unit is not there. */
@Controller
class PersonPage {

    private static final String VIEW = "admin/person";

    private final PersonSheet sheet;
    private final Administrators administrators;
    private final IssuingPassword issuing;
    private final CurrentStaff current;

    PersonPage(PersonSheet sheet, Administrators administrators, IssuingPassword issuing, CurrentStaff current) {
        this.sheet = sheet;
        this.administrators = administrators;
        this.issuing = issuing;
        this.current = current;
    }

    @GetMapping("/work/admin/staff/{no}")
    String show(@PathVariable String no, @RequestParam(defaultValue = "") String done, Model model) {
        model.addAttribute("done", done);
        return page(seen(no), null, null, model);
    }

    @PostMapping("/work/admin/staff/{no}/{act}")
    String change(@PathVariable String no, @PathVariable String act, @RequestParam MultiValueMap<String, String> posted, HttpServletResponse response, Model model) {
        var person = seen(no);
        var form = PersonForms.find(act).orElseThrow(PersonPage::notThere);
        var refused = sheet.post(form, no, posted, current.actor());
        if (refused == null) {
            // Whose last post in her units was taken is not hers to see any more.
            return administrators.seen(no, current.actor()).isPresent() ? "redirect:/work/admin/staff/" + no + "?done=" + act : "redirect:/work/admin/staff";
        }
        response.setStatus(AdminPage.status(refused.refusal()).value());
        return page(person, refused, null, model);
    }

    /** The one-time password stands on this answer and nowhere else. */
    @PostMapping("/work/admin/staff/{no}/password")
    String password(@PathVariable String no, @RequestParam(defaultValue = "") String login, HttpServletResponse response, Model model) {
        var person = seen(no);
        return switch (issuing.issue(no, login.strip(), current.actor())) {
            case Answer.Done<KeepingAccounts.OneTime>(var given) -> {
                model.addAttribute("person", person);
                model.addAttribute("given", given);
                yield "admin/issued";
            }
            case Answer.Refused<KeepingAccounts.OneTime>(var refusal) -> {
                response.setStatus(AdminPage.status(refusal).value());
                yield page(person, null, refusal, model.addAttribute("login", login));
            }
        };
    }

    private String page(Person person, PersonSheet.@Nullable Refused refused, @Nullable Refusal other, Model model) {
        sheet.show(person, refused, current.actor(), model);
        if (other != null) {
            model.addAttribute("faults", other.violations());
        }
        var may = administrators.refuse(person, current.actor());
        model.addAttribute("mayChange", may.isEmpty());
        model.addAttribute("whyNot", may.map(Refusal::violations).orElse(List.of()));
        model.addAttribute("self", person.staff().no().equals(current.staffNo()));
        return VIEW;
    }

    private Person seen(String no) {
        return administrators.seen(no, current.actor()).orElseThrow(PersonPage::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
