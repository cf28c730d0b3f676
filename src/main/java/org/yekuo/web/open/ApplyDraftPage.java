package org.yekuo.web.open;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.access.KeepingDrafts;
import org.yekuo.portal.ProvingPhone;
import org.yekuo.web.internal.Say;

/** The draft of an online application, under the telephone number that was proven; without a proof it stays on the device alone. */
@Controller
class ApplyDraftPage {

    private static final String FORM = "/open/apply";

    private final KeepingDrafts drafts;
    private final ProvingPhone proving;
    private final Say say;

    ApplyDraftPage(KeepingDrafts drafts, ProvingPhone proving, Say say) {
        this.drafts = drafts;
        this.proving = proving;
        this.say = say;
    }

    @PostMapping("/open/drafts/find")
    ResponseEntity<Map<String, String>> find(@RequestParam(name = "_proof", defaultValue = "") String proof) {
        return proving.proven(proof).flatMap(phone -> drafts.find(drafts.ownerOf(phone), FORM)).map(draft -> ResponseEntity.ok(Map.of("content", draft.content(),
                        "said", say.key("web.draft.restored", say.moment(draft.savedAt())), "discard", say.key("web.draft.discard"))))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/open/drafts")
    ResponseEntity<Void> save(@RequestParam(name = "_proof", defaultValue = "") String proof, @RequestParam String content) {
        return proving.proven(proof).map(phone -> ResponseEntity.status(drafts.save(drafts.ownerOf(phone), FORM, content) ? HttpStatus.NO_CONTENT : HttpStatus.CONTENT_TOO_LARGE).<Void>build())
                .orElseGet(() -> ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    @PostMapping("/open/drafts/discard")
    ResponseEntity<Void> discard(@RequestParam(name = "_proof", defaultValue = "") String proof) {
        proving.proven(proof).ifPresent(phone -> drafts.discard(drafts.ownerOf(phone), FORM));
        return ResponseEntity.noContent().build();
    }
}
