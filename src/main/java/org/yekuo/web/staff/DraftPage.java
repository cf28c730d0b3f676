package org.yekuo.web.staff;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.access.CurrentStaff;
import org.yekuo.access.KeepingDrafts;
import org.yekuo.web.internal.Say;

/** Drafts of the forms of the workbench, saved as one types and found again on another machine. */
@Controller
class DraftPage {

    private final KeepingDrafts drafts;
    private final CurrentStaff current;
    private final Say say;

    DraftPage(KeepingDrafts drafts, CurrentStaff current, Say say) {
        this.drafts = drafts;
        this.current = current;
        this.say = say;
    }

    @GetMapping("/work/drafts")
    ResponseEntity<Map<String, String>> find(@RequestParam String form) {
        return drafts.find(current.staffNo(), form).map(draft -> ResponseEntity.ok(Map.of("content", draft.content(),
                        "said", say.key("web.draft.restored", say.moment(draft.savedAt())), "discard", say.key("web.draft.discard"))))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/work/drafts")
    ResponseEntity<Void> save(@RequestParam String form, @RequestParam String content) {
        return ResponseEntity.status(drafts.save(current.staffNo(), form, content) ? HttpStatus.NO_CONTENT : HttpStatus.CONTENT_TOO_LARGE).build();
    }

    @PostMapping("/work/drafts/discard")
    ResponseEntity<Void> discard(@RequestParam String form) {
        drafts.discard(current.staffNo(), form);
        return ResponseEntity.noContent().build();
    }
}
