package org.yekuo.document;

import java.io.InputStream;
import java.util.Optional;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.UnitCode;

/** Stored files (电子附件): encrypted, addressed by their content, one copy of equal content in a unit. */
public interface Files {

    /** The largest file taken in, in bytes: 50 MB. */
    long LARGEST = 50L * 1024 * 1024;

    /**
     * Stores what {@code content} gives. Refuses an empty or too large file, a kind that is not a {@link FileKind}, content that is not of the
     * declared media type, and a name that is a path or longer than 200 characters. Reads the stream piece by piece and leaves closing it to the caller.
     */
    Answer<StoredFile> store(UnitCode unit, String name, String declaredType, InputStream content, Actor by);

    Optional<StoredFile> find(UnitCode unit, String fileId);

    /** The id of who uploaded it; nobody of a file that is not there or came before that was noted. */
    Optional<String> uploader(UnitCode unit, String fileId);

    /** The content in clear, if there is such a file; the caller closes it. */
    Optional<InputStream> open(UnitCode unit, String fileId);
}
