package org.yekuo.document.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.yekuo.vocabulary.UnitCode;

/**
 * A folder: {@code <data-dir>/files/<unit>/<first two of the address>/<address>}. A file is written beside it and moved in whole,
 * so what has an address is complete, also after a crash.
 */
class FolderFileStore implements FileStore {

    private final Path folder;

    FolderFileStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(UnitCode unit, String address, Path sealed) throws IOException {
        var place = place(unit, address);
        if (!Files.exists(place)) {
            Files.createDirectories(place.getParent());
            Files.move(sealed, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public InputStream get(UnitCode unit, String address) throws IOException {
        return new BufferedInputStream(Files.newInputStream(place(unit, address)), 64 * 1024);
    }

    @Override
    public void delete(UnitCode unit, String address) throws IOException {
        Files.deleteIfExists(place(unit, address));
    }

    private Path place(UnitCode unit, String address) {
        return folder.resolve(unit.value()).resolve(address.substring(0, 2)).resolve(address);
    }
}
