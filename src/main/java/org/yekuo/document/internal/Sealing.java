package org.yekuo.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yekuo.access.ClearFile;
import org.yekuo.access.FileCipher;
import org.yekuo.vocabulary.UnitCode;

/** Encrypts what comes in and gives it back in clear. Beside the store lies only what is encrypted, in {@code <data-dir>/files/incoming}. */
@Component
class Sealing {

    private final Path folder;
    private final FileCipher cipher;

    @Autowired
    Sealing(@Value("${yekuo.data-dir:./data}") Path dataDir, FileCipher cipher) {
        this.folder = dataDir.resolve("files");
        this.cipher = cipher;
    }

    /** The folder in which the files of a local store lie too, so that moving one is one step. */
    Path folder() {
        return folder;
    }

    /** An encrypted file on this machine until it is closed. */
    record Sealed(Path file, String address, long size, String sha256, FileCipher cipher) implements AutoCloseable {

        /** Its content at any place, in clear. */
        ClearFile open() throws IOException {
            var channel = FileChannel.open(file, StandardOpenOption.READ);
            try {
                return cipher.open(channel);
            } catch (IOException | RuntimeException broken) {
                channel.close();
                throw broken;
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** Encrypts all of {@code content} into a file of its own; if reading fails, nothing is left. */
    Sealed seal(UnitCode unit, InputStream content) throws IOException {
        var written = incoming(unit);
        try (var channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var sealed = cipher.encrypt(unit.value(), new DigestInputStream(content, digest), Channels.newOutputStream(channel));
            // Its row is committed to a disk that survives a crash; so must the bytes be.
            channel.force(true);
            return new Sealed(written, sealed.address(), sealed.size(), HexFormat.of().formatHex(digest.digest()), cipher);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(written);
            throw broken;
        }
    }

    /** Brings what a store keeps to this machine, still encrypted. */
    Sealed fetch(UnitCode unit, String address, FileStore store) throws IOException {
        var written = incoming(unit);
        try (var kept = store.get(unit, address)) {
            Files.copy(kept, written, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return new Sealed(written, address, -1, "", cipher);
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(written);
            throw broken;
        }
    }

    /** What a store keeps, in clear, from its beginning to its end. */
    InputStream clear(UnitCode unit, String address, FileStore store) throws IOException {
        var sealed = store.get(unit, address);
        try {
            return cipher.decrypt(unit.value(), address, sealed);
        } catch (IOException | RuntimeException broken) {
            sealed.close();
            throw broken;
        }
    }

    private Path incoming(UnitCode unit) throws IOException {
        return Files.createTempFile(Files.createDirectories(folder.resolve("incoming")), unit.value(), ".part");
    }
}
