package org.yekuo.stage.archive.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yekuo.document.Files;
import org.yekuo.document.StoredFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** SHA-256 of what a file holds, and its data as the text that is hashed. */
@Component
public class FileHashes {

    private final JsonMapper json;
    private final Files files;

    FileHashes(JsonMapper json, Files files) {
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
        this.files = files;
    }

    public byte[] text(Object data) {
        return json.writeValueAsBytes(data);
    }

    public String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** As it was reckoned when the file came; for one kept before that, reckoned now. */
    public String of(StoredFile file) {
        return Objects.requireNonNullElseGet(file.sha256(), () -> {
            var digest = digest();
            try (var content = files.open(file.unit(), file.fileId()).orElseThrow(); var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                content.transferTo(out);
                return HexFormat.of().formatHex(digest.digest());
            } catch (IOException broken) {
                throw new UncheckedIOException("File " + file.fileId() + " cannot be read.", broken);
            }
        });
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
