package org.yekuo.web.internal;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.yekuo.document.PaperPrints.Print;

/** A printed paper on its way to a browser: shown there, under its name, and kept by no cache between. */
public final class SentPaper {

    private SentPaper() {}

    public static ResponseEntity<byte[]> of(Print print) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(print.name(), StandardCharsets.UTF_8).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'")
                .body(print.pdf());
    }
}
