package org.yekuo.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.yekuo.vocabulary.UnitCode;

/** Where encrypted files lie: a folder, or a store that speaks S3. It never sees anything in clear, and nothing it keeps ever changes. */
interface FileStore {

    /**
     * Keeps an encrypted file whole or not at all; one that is there already stays as it is. Takes the file, which is gone afterwards or left to the
     * caller to delete.
     */
    void keep(UnitCode unit, String address, Path sealed) throws IOException;

    /** What is kept, encrypted; the caller closes it. Fails with {@link java.nio.file.NoSuchFileException} when it is not there. */
    InputStream get(UnitCode unit, String address) throws IOException;

    /** Deletes what nothing names any more; what is not there is as good as deleted. */
    void delete(UnitCode unit, String address) throws IOException;
}
