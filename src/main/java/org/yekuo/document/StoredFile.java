package org.yekuo.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/**
 * A file on store; it never changes.
 *
 * @param fileId opaque name, unique in the unit
 * @param size   bytes of the content
 * @param caseNo the case it was added to, or null before that
 * @param sha256 of the content, in hexadecimal; null for files kept before it was reckoned
 * @param scan   what the virus scanner says of it; neither shown nor used unless {@link Scan#usable usable}
 */
public record StoredFile(UnitCode unit, String fileId, FileKind kind, long size, String name, String uploadedBy, Instant uploadedAt, @Nullable CaseNo caseNo,
        @Nullable String sha256, Scan scan) {}
