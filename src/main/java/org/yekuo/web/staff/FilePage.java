package org.yekuo.web.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yekuo.access.CurrentStaff;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingCase;
import org.yekuo.document.Files;
import org.yekuo.document.Previews;
import org.yekuo.document.StoredFile;
import org.yekuo.document.TooBusy;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.web.form.Uploads;

/**
 * A stored file, shown to whoever works in the city it belongs to or sees the case it came with (查看附件). Its address cannot be guessed. What is shown
 * are pictures of it; the file as it came is for keeping, never for a browser to run.
 */
@Controller
class FilePage {

    private final Files files;
    private final Previews previews;
    private final Uploads uploads;
    private final ReadingCase reading;
    private final Organisation organisation;
    private final CurrentStaff current;
    private final BusinessClock clock;

    FilePage(Files files, Previews previews, Uploads uploads, ReadingCase reading, Organisation organisation, CurrentStaff current, BusinessClock clock) {
        this.files = files;
        this.previews = previews;
        this.uploads = uploads;
        this.reading = reading;
        this.organisation = organisation;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/work/files/{id}")
    String show(@PathVariable String id, @RequestParam(name = "case", required = false) @Nullable String caseNo, Model model) {
        var file = find(id, caseNo);
        model.addAttribute("file", file);
        model.addAttribute("caseNo", caseNo);
        model.addAttribute("pages", IntStream.rangeClosed(1, previews.pages(file)).boxed().toList());
        model.addAttribute("title", file.name());
        return "staff/file";
    }

    @GetMapping("/work/files/{id}/pages/{page}")
    ResponseEntity<Resource> page(@PathVariable String id, @PathVariable int page, @RequestParam(name = "case", required = false) @Nullable String caseNo) {
        return previews.page(find(id, caseNo).unit(), id, page)
                .map(picture -> ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).header("Cross-Origin-Resource-Policy", "same-origin").<Resource>body(new ByteArrayResource(picture)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The file as it came (原件). */
    @GetMapping("/work/files/{id}/original")
    ResponseEntity<Resource> original(@PathVariable String id, @RequestParam(name = "case", required = false) @Nullable String caseNo) {
        var file = find(id, caseNo);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(files.open(file.unit(), id).orElseThrow(FilePage::notThere)));
    }

    /** Takes in one file while the rest of a form is still being filled; the file is the body. */
    @PostMapping("/work/files")
    ResponseEntity<Map<String, String>> take(@RequestParam String name, HttpServletRequest request) {
        return uploads.receive(cities().findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)), name, request, current.actor());
    }

    @PostMapping("/work/cases/{no}/files")
    ResponseEntity<Map<String, String>> take(@PathVariable String no, @RequestParam String name, HttpServletRequest request) {
        return uploads.receive(unitOf(no).findFirst().orElseThrow(FilePage::notThere), name, request, current.actor());
    }

    private StoredFile find(String id, @Nullable String caseNo) {
        return java.util.Objects.requireNonNull(Stream.concat(Optional.ofNullable(caseNo).stream().flatMap(this::unitOf), cities()).distinct()
                .flatMap(city -> files.find(city, id).stream()).findFirst().orElseThrow(FilePage::notThere));
    }

    private Stream<UnitCode> unitOf(String caseNo) {
        return CaseNo.parse(caseNo).flatMap(no -> reading.summary(no, current.actor())).map(found -> new UnitCode(found.unit())).stream();
    }

    private Stream<UnitCode> cities() {
        return organisation.hats(current.staffNo(), clock.today()).stream().map(Post::unit).filter(unit -> !unit.isProvince()).map(UnitCode::city);
    }

    @ExceptionHandler
    void busy(TooBusy busy, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "5");
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
