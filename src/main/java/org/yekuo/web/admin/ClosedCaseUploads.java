package org.yekuo.web.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yekuo.access.FileCipher;
import org.yekuo.stage.acceptance.ClosedCaseImport;
import org.yekuo.stage.acceptance.TakingOverClosed;
import org.yekuo.vocabulary.Actor;

/** Files of closed cases uploaded on a page: put aside encrypted, taken over behind the answer, then thrown away. */
@Component
class ClosedCaseUploads {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedCaseUploads.class);
    private static final String OWNER = "closed-cases";

    private final FileCipher cipher;
    private final TakingOverClosed takingOver;

    ClosedCaseUploads(FileCipher cipher, TakingOverClosed takingOver) {
        this.cipher = cipher;
        this.takingOver = takingOver;
    }

    /** Comes back as soon as the file is put aside; how far it is stands on the import. */
    void take(ClosedCaseImport begun, InputStream content, Actor importer) throws IOException {
        var aside = Files.createTempFile("yekuo-closed-cases", ".sealed");
        FileCipher.Sealed sealed;
        try (var to = Files.newOutputStream(aside)) {
            sealed = cipher.encrypt(OWNER, content, to);
        }
        Thread.ofVirtual().name("closed-cases-" + begun.importNo()).start(() -> run(begun, aside, sealed, importer));
    }

    private void run(ClosedCaseImport begun, Path aside, FileCipher.Sealed sealed, Actor importer) {
        try (var lines = cipher.decrypt(OWNER, sealed.address(), Files.newInputStream(aside))) {
            takingOver.run(begun, lines, importer);
        } catch (IOException | RuntimeException broken) {
            LOG.error("The import {} of closed cases broke off.", begun.importNo(), broken);
        } finally {
            try {
                Files.deleteIfExists(aside);
            } catch (IOException stays) {
                LOG.warn("The encrypted file {} of import {} could not be deleted.", aside, begun.importNo(), stays);
            }
        }
    }
}
