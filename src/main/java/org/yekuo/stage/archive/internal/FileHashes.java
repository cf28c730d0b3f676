package org.yekuo.stage.archive.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yekuo.document.Files;
import org.yekuo.document.StoredFile;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.YekuoException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** SHA-256 of what a file holds, and its data as the text that is hashed. */
@Component
public class FileHashes {

    private static final Logger LOG = LoggerFactory.getLogger(FileHashes.class);

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

    /** As it was reckoned when the file came; for one kept before that, reckoned now. Nothing for one that can't be read. */
    public Optional<String> of(StoredFile file) {
        return Optional.ofNullable(file.sha256()).or(() -> {
            var digest = digest();
            try (var content = files.open(file.unit(), file.fileId()).orElse(null); var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                if (content == null) {
                    return Optional.empty();
                }
                content.transferTo(out);
                return Optional.of(HexFormat.of().formatHex(digest.digest()));
            } catch (IOException | YekuoException broken) {
                LOG.warn("File {} cannot be read: {}", file.fileId(), broken.toString());
                return Optional.empty();
            }
        });
    }

    /** Whether its content is there and may be used: not one that is lost, nor one in quarantine. */
    public boolean isThere(UnitCode unit, String fileId) {
        try (var content = files.open(unit, fileId).orElse(null)) {
            return content != null;
        } catch (IOException | YekuoException broken) {
            LOG.warn("File {} cannot be read: {}", fileId, broken.toString());
            return false;
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
