package org.yekuo.document.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yekuo.access.FileCipher;
import org.yekuo.vocabulary.UnitCode;

/**
 * A folder: {@code <data-dir>/files/<unit>/<first two of the address>/<address>}. A file is written beside it and moved in whole,
 * so what has an address is complete, also after a crash.
 */
@Component
class FolderFileStore implements FileStore {

    private final Path folder;
    private final FileCipher cipher;

    FolderFileStore(@Value("${yekuo.data-dir:./data}") Path dataDir, FileCipher cipher) {
        folder = dataDir.resolve("files");
        this.cipher = cipher;
    }

    @Override
    public Kept put(UnitCode unit, InputStream content) throws IOException {
        var incoming = Files.createDirectories(folder.resolve("incoming"));
        var written = Files.createTempFile(incoming, unit.value(), ".part");
        try {
            var kept = write(unit, content, written);
            var place = place(unit, kept.address());
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
            }
            return kept;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @Override
    public InputStream get(UnitCode unit, String address) throws IOException {
        var sealed = new BufferedInputStream(Files.newInputStream(place(unit, address)), 64 * 1024);
        try {
            return cipher.decrypt(unit.value(), address, sealed);
        } catch (IOException | RuntimeException broken) {
            sealed.close();
            throw broken;
        }
    }

    private Kept write(UnitCode unit, InputStream content, Path to) throws IOException {
        try (var channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            var sealed = cipher.encrypt(unit.value(), content, Channels.newOutputStream(channel));
            // Its row is committed to a disk that survives a crash; so must the bytes be.
            channel.force(true);
            return new Kept(sealed.address(), sealed.size());
        }
    }

    private Path place(UnitCode unit, String address) {
        return folder.resolve(unit.value()).resolve(address.substring(0, 2)).resolve(address);
    }
}
