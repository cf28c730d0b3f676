package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.access.CurrentStaff;
import org.yekuo.access.PageSession;
import org.yekuo.access.SigningIn;
import org.yekuo.access.SigningOut;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.Inside;
import org.yekuo.web.SampleLogins;

/** Signing in and out (登录、退出). */
@Controller
class SignInPage {

    private final SigningIn signingIn;
    private final SigningOut signingOut;
    private final CurrentStaff current;
    private final Optional<SampleLogins> samples;

    SignInPage(SigningIn signingIn, SigningOut signingOut, CurrentStaff current, Optional<SampleLogins> samples) {
        this.signingIn = signingIn;
        this.signingOut = signingOut;
        this.current = current;
        this.samples = samples;
    }

    @GetMapping("/sign-in")
    String form(@RequestParam(defaultValue = "/work") String next, @RequestParam(defaultValue = "") String login, Model model) {
        return show(login, next, List.of(), model);
    }

    @PostMapping("/sign-in")
    String signIn(@RequestParam String login, @RequestParam String password, @RequestParam(defaultValue = "/work") String next,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (signingIn.signIn(login, password, request.getRemoteAddr())) {
            case Answer.Done<SigningIn.Token>(var token) -> {
                response.addHeader(HttpHeaders.SET_COOKIE, PageSession.open(token, request).toString());
                yield "redirect:" + Inside.path(next, "/work");
            }
            case Answer.Refused<SigningIn.Token>(var refusal) -> {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                yield show(login, next, refusal.violations(), model);
            }
        };
    }

    @PostMapping("/work/sign-out")
    String signOut(@RequestParam(defaultValue = "false") boolean everywhere, HttpServletRequest request, HttpServletResponse response) {
        if (everywhere) {
            signingIn.signOutEverywhere(current.staffNo());
        }
        PageSession.token(request).ifPresent(signingOut::signOut);
        response.addHeader(HttpHeaders.SET_COOKIE, PageSession.close(request).toString());
        return "redirect:/sign-in";
    }

    private String show(String login, String next, List<Violation> faults, Model model) {
        model.addAttribute("login", login);
        model.addAttribute("next", Inside.path(next, "/work"));
        model.addAttribute("faults", faults);
        model.addAttribute("samples", samples.map(SampleLogins::logins).orElse(List.of()).stream()
                .collect(Collectors.groupingBy(SampleLogins.Sample::unit, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("password", samples.map(SampleLogins::password).orElse(""));
        return "staff/sign-in";
    }
}
