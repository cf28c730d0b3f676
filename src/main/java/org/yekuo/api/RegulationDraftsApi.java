package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.Idempotent;
import org.yekuo.api.internal.JsonBody;
import org.yekuo.api.internal.PublishingAnswers;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.api.internal.Takes;
import org.yekuo.form.Asked;
import org.yekuo.publishing.ComparingPacks;
import org.yekuo.publishing.DecidingPublication.Decision;
import org.yekuo.publishing.PreviewingPack;
import org.yekuo.publishing.Publication;
import org.yekuo.publishing.ReadingDrafts;
import org.yekuo.publishing.UploadingPack;
import org.yekuo.publishing.UploadingPack.Upload;
import org.yekuo.vocabulary.Violation;

/** Publishing regulation packs (规则包发布): hand in, look at, compare, try, propose, confirm by a second person. */
@Tag(name = "8 规则 Regulation", description = "办事公开：与系统执行同一数据")
@RestController
@RequestMapping("/api/v1/regulations")
class RegulationDraftsApi {

    record FilesForm(@Asked(usedBy = "room:regulation") List<FileForm> files) {}

    record FileForm(@Asked(usedBy = "room:regulation", maxLength = 200) String path, @Asked(usedBy = "room:regulation", maxLength = 1_000_000) String text) {}

    record ProposalForm(
            @Asked(usedBy = "room:regulation") LocalDate effectiveFrom, @Asked(usedBy = "room:publishing", maxLength = 1000) String note) {}

    private final UploadingPack uploading;
    private final ReadingDrafts reading;
    private final PreviewingPack previewing;
    private final ComparingPacks comparing;
    private final PublishingAnswers answers;
    private final Idempotent idempotent;
    private final CurrentStaff current;

    RegulationDraftsApi(UploadingPack uploading, ReadingDrafts reading, PreviewingPack previewing, ComparingPacks comparing, PublishingAnswers answers,
            Idempotent idempotent, CurrentStaff current) {
        this.uploading = uploading;
        this.reading = reading;
        this.previewing = previewing;
        this.comparing = comparing;
        this.answers = answers;
        this.idempotent = idempotent;
        this.current = current;
    }

    /** A ZIP of the pack's folder; the ZIP is the body. */
    @PostMapping(value = "/drafts", consumes = {"application/zip", "application/x-zip-compressed", "application/octet-stream"})
    ResponseEntity<Object> uploadZip(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream().readNBytes(UploadingPack.LARGEST + 1);
        if (bytes.length > UploadingPack.LARGEST) {
            throw new RefusedRequest(HttpStatus.CONTENT_TOO_LARGE, List.of(Violation.of("publishing.too-large", UploadingPack.LARGEST / 1024 / 1024)));
        }
        return upload(request, new String(bytes, StandardCharsets.ISO_8859_1), new Upload.Zip(bytes));
    }

    @PostMapping(value = "/drafts", consumes = "application/json")
    @Takes(FilesForm.class)
    ResponseEntity<Object> uploadFiles(JsonBody body, HttpServletRequest request) {
        var files = body.as(FilesForm.class).files().stream().map(file -> Map.entry(file.path(), file.text())).toList();
        return upload(request, body.text(), new Upload.Texts(files));
    }

    private ResponseEntity<Object> upload(HttpServletRequest request, String body, Upload upload) {
        return idempotent.once(request, body, HttpStatus.CREATED, () -> uploading.upload(upload, current.actor()));
    }

    @GetMapping("/drafts")
    ResponseEntity<Object> drafts() {
        return answers.of(reading.all(current.actor()).map(drafts -> Map.of("drafts", drafts)));
    }

    /** What was found wrong with a draft, or all that it holds. */
    @GetMapping("/drafts/{id}")
    ResponseEntity<Object> draft(@PathVariable long id) {
        return answers.of(reading.one(id, current.actor()));
    }

    /** What the draft would have made of the latest cases. */
    @GetMapping("/drafts/{id}/preview")
    ResponseEntity<Object> preview(@PathVariable long id, @RequestParam(defaultValue = "100") int cases) {
        return answers.of(previewing.preview(id, cases, current.actor()));
    }

    @PostMapping("/drafts/{id}/proposal")
    @Takes(ProposalForm.class)
    ResponseEntity<Object> propose(@PathVariable long id, JsonBody body, HttpServletRequest request) {
        var said = body.as(ProposalForm.class);
        return answers.propose(request, body, new Publication.OfPack(id, said.effectiveFrom()), said.note());
    }

    @PostMapping("/drafts/{id}/confirmation")
    @Takes(PublishingAnswers.DecisionForm.class)
    ResponseEntity<Object> confirm(@PathVariable long id, JsonBody body, HttpServletRequest request) {
        return answers.decide(request, body, Publication.Kind.PACK, String.valueOf(id), Decision.CONFIRM);
    }

    @PostMapping("/drafts/{id}/withdrawal")
    @Takes(PublishingAnswers.DecisionForm.class)
    ResponseEntity<Object> withdraw(@PathVariable long id, JsonBody body, HttpServletRequest request) {
        return answers.decide(request, body, Publication.Kind.PACK, String.valueOf(id), Decision.WITHDRAW);
    }

    /** Two packs row by row; {@code draft:12} names a draft. */
    @GetMapping("/{from}/differences/{to}")
    ResponseEntity<Object> differences(@PathVariable String from, @PathVariable String to) {
        return answers.of(comparing.compare(from, to, current.ifAny().orElse(null)));
    }
}
