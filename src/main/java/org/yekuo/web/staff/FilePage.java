package org.yekuo.web.staff;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yekuo.access.CurrentStaff;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.casework.ReadingCase;
import org.yekuo.document.Files;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** A stored file, shown to whoever works in the city it belongs to or sees the case it came with (查看附件). Its address cannot be guessed. */
@Controller
class FilePage {

    private final Files files;
    private final ReadingCase reading;
    private final Organisation organisation;
    private final CurrentStaff current;
    private final BusinessClock clock;

    FilePage(Files files, ReadingCase reading, Organisation organisation, CurrentStaff current, BusinessClock clock) {
        this.files = files;
        this.reading = reading;
        this.organisation = organisation;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/work/files/{id}")
    ResponseEntity<Resource> show(@PathVariable String id, @RequestParam(name = "case", required = false) @Nullable String caseNo) {
        var cities = Stream.concat(Optional.ofNullable(caseNo).flatMap(CaseNo::parse).flatMap(no -> reading.summary(no, current.actor())).map(found -> new UnitCode(found.unit())).stream(),
                organisation.hats(current.staffNo(), clock.today()).stream().map(Post::unit).filter(unit -> !unit.isProvince()).map(UnitCode::city)).distinct();
        return cities.filter(city -> files.find(city, id).isPresent()).findFirst().map(city -> send(city, id)).orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<Resource> send(UnitCode city, String id) {
        var stored = files.find(city, id).orElseThrow();
        var type = switch (stored.kind()) {
            case PDF -> MediaType.APPLICATION_PDF;
            case JPEG -> MediaType.IMAGE_JPEG;
            case PNG -> MediaType.IMAGE_PNG;
            case DOCX, XLSX, DWG, DXF -> MediaType.APPLICATION_OCTET_STREAM;
        };
        boolean shown = !type.equals(MediaType.APPLICATION_OCTET_STREAM);
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(stored.name(), java.nio.charset.StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'")
                .body(new InputStreamResource(files.open(city, id).orElseThrow()));
    }
}
