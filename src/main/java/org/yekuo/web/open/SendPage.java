package org.yekuo.web.open;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yekuo.document.Files;
import org.yekuo.document.StoredFile;
import org.yekuo.portal.SendingPapers;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** Where the square code at the counter leads (手机传资料): the papers asked for, each with a button that opens the camera. Nobody signs in. */
@Controller
class SendPage {

    private final SendingPapers sending;
    private final Files files;

    SendPage(SendingPapers sending, Files files) {
        this.sending = sending;
        this.files = files;
    }

    @GetMapping("/open/send/{token}")
    String show(@PathVariable String token, @RequestParam(defaultValue = "") String sent, HttpServletResponse response, Model model) {
        return page(token, sent, List.of(), response, model);
    }

    @PostMapping("/open/send/{token}")
    String send(@PathVariable String token, @RequestParam String type, @RequestParam MultipartFile file, HttpServletResponse response, Model model) throws IOException {
        var link = sending.find(token);
        if (link.isEmpty()) {
            return page(token, "", List.of(), response, model);
        }
        return switch (sending.expect(token, type)) {
            case Answer.Refused<Actor>(var refusal) -> page(token, "", refusal.violations(), response, model);
            case Answer.Done<Actor>(var telephone) -> take(token, type, link.get().unit(), file, telephone, response, model);
        };
    }

    private String take(String token, String type, UnitCode unit, MultipartFile file, Actor telephone, HttpServletResponse response, Model model) throws IOException {
        try (var content = file.getInputStream()) {
            var stored = files.store(unit, Objects.requireNonNullElse(file.getOriginalFilename(), "photo"),
                    Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"), content, telephone);
            return switch (stored) {
                case Answer.Refused<StoredFile>(var refusal) -> {
                    var page = page(token, "", refusal.violations(), response, model);
                    if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                    }
                    yield page;
                }
                case Answer.Done<StoredFile>(var kept) -> switch (sending.receive(token, type, kept.fileId(), kept.name())) {
                    case Answer.Refused<SendingPapers.Arrived>(var refusal) -> page(token, "", refusal.violations(), response, model);
                    case Answer.Done<SendingPapers.Arrived> done -> "redirect:/open/send/" + token + "?sent=" + done.value().type();
                };
            };
        }
    }

    private String page(String token, String sent, List<Violation> faults, HttpServletResponse response, Model model) {
        var link = sending.find(token);
        if (link.isEmpty() || !faults.isEmpty()) {
            response.setStatus(link.isEmpty() ? HttpStatus.NOT_FOUND.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("faults", link.isEmpty() ? List.of(Violation.of("portal.link-over", SendingPapers.VALID_FOR.toMinutes())) : faults);
        model.addAttribute("names", java.util.Map.of());
        model.addAttribute("token", token);
        model.addAttribute("items", link.map(SendingPapers.Link::items).orElse(List.of()));
        model.addAttribute("there", sending.sent(token));
        model.addAttribute("sent", sent);
        return "open/send";
    }
}
