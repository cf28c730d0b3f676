package org.yekuo.document.internal;

import java.io.IOException;
import java.io.InputStream;
import org.yekuo.vocabulary.UnitCode;

/** Where the bytes of files lie (a folder; one day an object store). What it keeps is encrypted, and nothing it keeps ever changes. */
interface FileStore {

    /** What was kept: under which address, and how many bytes it has in clear. */
    record Kept(String address, long size) {}

    /** Keeps all of {@code content}; if reading it fails, nothing is kept. Equal content of one unit has equal addresses and is kept once. */
    Kept put(UnitCode unit, InputStream content) throws IOException;

    /** The content in clear, piece by piece. Fails with {@link java.nio.file.NoSuchFileException} when it is not there. */
    InputStream get(UnitCode unit, String address) throws IOException;
}
