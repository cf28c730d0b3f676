package org.yekuo.web.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.document.VerifyingPaper.Verified;
import org.yekuo.portal.LookingUpPaper;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;

/** Whether a paper is genuine and in force (文书查验), for whoever holds it; nothing of whom it concerns. */
@Controller
class VerifyPage {

    private final LookingUpPaper lookingUp;

    VerifyPage(LookingUpPaper lookingUp) {
        this.lookingUp = lookingUp;
    }

    @GetMapping("/verify")
    String ask(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("code", code.length() > 40 ? code.substring(0, 40) : code);
        model.addAttribute("faults", List.of());
        return code.isBlank() ? "open/verify" : show(code, request, response, model);
    }

    @GetMapping("/verify/{code}")
    String show(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("code", code.length() > 40 ? code.substring(0, 40) : code);
        switch (lookingUp.lookUp(code, request.getRemoteAddr())) {
            case Answer.Done<Verified>(var paper) -> {
                model.addAttribute("paper", paper);
                model.addAttribute("faults", List.of());
            }
            case Answer.Refused<Verified>(Refusal refusal) -> {
                response.setStatus((refusal.kind() == Refusal.Kind.NOT_FOUND ? HttpStatus.NOT_FOUND : HttpStatus.TOO_MANY_REQUESTS).value());
                model.addAttribute("faults", refusal.violations());
            }
        }
        return "open/verify";
    }
}
