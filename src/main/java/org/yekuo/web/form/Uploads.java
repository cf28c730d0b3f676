package org.yekuo.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.yekuo.document.Files;
import org.yekuo.document.StoredFile;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;
import org.yekuo.web.internal.Say;

/**
 * Takes in the files of a posted page (上传). A file field {@code _file.documents[0].fileId} goes with the text field {@code documents[0].fileId}, which
 * keeps the stored file's id: when a page comes back with a fault elsewhere, what was uploaded is not asked for again.
 */
@Component
public class Uploads {

    private static final String PREFIX = "_file.";

    private final Files files;

    private final Say say;

    Uploads(Files files, Say say) {
        this.files = files;
        this.say = say;
    }

    /** The posted values with the ids of the files stored now, and what is wrong with files that could not be. */
    public record Taken(MultiValueMap<String, String> values, List<Violation> faults) {}

    public Taken take(MultiValueMap<String, String> posted, Map<String, MultipartFile> sent, UnitCode unit, Actor actor) {
        var values = new LinkedMultiValueMap<>(posted);
        var faults = new ArrayList<Violation>();
        sent.forEach((name, file) -> {
            if (name.startsWith(PREFIX) && !file.isEmpty()) {
                var field = name.substring(PREFIX.length());
                switch (store(unit, file, actor)) {
                    case Answer.Done<StoredFile>(var stored) -> values.set(field, stored.fileId());
                    case Answer.Refused<StoredFile>(var refusal) -> refusal.violations().forEach(fault -> faults.add(fault.field() == null ? at(field, fault) : fault));
                }
            }
        });
        return new Taken(values, faults);
    }

    private Answer<StoredFile> store(UnitCode unit, MultipartFile file, Actor actor) {
        try (var content = file.getInputStream()) {
            return files.store(unit, Objects.requireNonNullElse(file.getOriginalFilename(), "file"),
                    Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"), content, actor);
        } catch (IOException | UncheckedIOException cutOff) {
            return Answer.invalid(List.of(Violation.of("web.upload-cut-off")));
        }
    }

    /** Takes in one file sent by itself, the body of a request: answered with its id, or with a sentence that says why not. Sent again it is the same file. */
    public ResponseEntity<Map<String, String>> receive(UnitCode unit, String name, HttpServletRequest request, Actor actor) {
        if (request.getContentLengthLong() > Files.LARGEST) {
            return refused(Refusal.of(Refusal.Kind.INVALID, Violation.of("document.file-too-large", name, Files.LARGEST / 1024 / 1024)));
        }
        try {
            var type = Objects.requireNonNullElse(request.getContentType(), "application/octet-stream");
            return switch (files.store(unit, name, type, request.getInputStream(), actor)) {
                case Answer.Done<StoredFile>(var stored) -> ResponseEntity.status(HttpStatus.CREATED).body(Map.of("fileId", stored.fileId(), "name", stored.name()));
                case Answer.Refused<StoredFile>(var refusal) -> refused(refusal);
            };
        } catch (IOException | UncheckedIOException cutOff) {
            return refused(Refusal.of(Refusal.Kind.MALFORMED, Violation.of("document.file-cut-off")));
        }
    }

    /** The answer that says why not. */
    public ResponseEntity<Map<String, String>> refused(Refusal refusal) {
        var status = refusal.kind() == Refusal.Kind.UNAVAILABLE ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT;
        return ResponseEntity.status(status).body(Map.of("sentence", refusal.violations().stream().map(say::why).collect(Collectors.joining(" "))));
    }

    private static Violation at(String field, Violation fault) {
        return Violation.at(field, fault.rule(), fault.args().toArray());
    }
}
