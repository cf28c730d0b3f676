package org.yekuo.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yekuo.access.CurrentStaff;
import org.yekuo.api.internal.Problems;
import org.yekuo.api.internal.RefusedRequest;
import org.yekuo.document.Files;
import org.yekuo.document.StoredFile;
import org.yekuo.organisation.Organisation;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * Uploading papers (上传资料): the file is the body, its name the query parameter {@code name}, its kind the content type. It is streamed into the
 * store; sending the same file again gives the same file id, so a retry needs no key.
 */
@Tag(name = "7 资料 Files", description = "上传资料")
@RestController
class FilesApi {

    private final Files files;
    private final CurrentStaff current;
    private final Organisation organisation;
    private final BusinessClock clock;
    private final Problems problems;

    FilesApi(Files files, CurrentStaff current, Organisation organisation, BusinessClock clock, Problems problems) {
        this.files = files;
        this.current = current;
        this.organisation = organisation;
        this.clock = clock;
        this.problems = problems;
    }

    @PostMapping("/api/v1/files")
    ResponseEntity<Object> store(
            @RequestParam String name, @RequestParam(required = false) @Nullable String unit, @RequestHeader("Content-Type") String type,
            HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Files.LARGEST) {
            // Refused by what the sender announces; not a byte of it is read.
            return problems.of(HttpStatus.CONTENT_TOO_LARGE, List.of(Violation.at("file", "document.file-too-large", "", Files.LARGEST / 1024 / 1024)));
        }
        var actor = current.actor();
        var city = city(unit);
        return switch (stored(city, name, type, request, actor)) {
            case Answer.Refused<StoredFile>(var refusal) -> problems.of(refusal);
            case Answer.Done<StoredFile>(var stored) -> ResponseEntity.status(HttpStatus.CREATED).body(stored);
        };
    }

    /** What came before a line broke is not kept. */
    private Answer<StoredFile> stored(UnitCode city, String name, String type, HttpServletRequest request, Actor actor) throws IOException {
        try {
            return files.store(city, name, type, request.getInputStream(), actor);
        } catch (UncheckedIOException cutOff) {
            return Answer.refused(Refusal.Kind.MALFORMED, Violation.at("file", "document.file-cut-off"));
        }
    }

    private UnitCode city(@Nullable String unit) {
        if (unit != null && UnitCode.isValid(unit) && unit.length() > 2) {
            return new UnitCode(unit).city();
        }
        return organisation.hats(current.staffNo(), clock.today()).stream().map(post -> post.unit()).filter(code -> !code.isProvince()).map(UnitCode::city)
                .findFirst().orElseThrow(() -> new RefusedRequest(HttpStatus.BAD_REQUEST, List.of(Violation.at("unit", "api.parameter-missing", "unit"))));
    }
}
