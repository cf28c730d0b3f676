package org.yekuo.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.yekuo.vocabulary.UnitCode;

/** The cipher files need: piece by piece, with the address of the content. */
interface ContentCipher {

    /** Encrypts all of {@code content} into {@code to}; the address is equal for equal content of one unit and tells nothing of it. */
    FileStore.Kept encrypt(UnitCode unit, InputStream content, OutputStream to) throws IOException;

    /** The content in clear; fails while it is read when a byte of it was changed. */
    InputStream decrypt(InputStream sealed) throws IOException;
}
