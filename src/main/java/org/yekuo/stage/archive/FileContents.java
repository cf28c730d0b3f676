package org.yekuo.stage.archive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.ReadingCase;
import org.yekuo.vocabulary.Violation;

/**
 * The file of a case as it stands (案卷): every paper of it, superseded ones too, and what it lacks.
 *
 * @param missing what keeps it from being complete; empty once it is in the archive
 * @param archive where it stands, or null before it is archived
 */
public record FileContents(ReadingCase.Summary summary, List<Item> items, List<Violation> missing, ArchiveFiles.@Nullable ArchiveFile archive) {

    /**
     * One paper.
     *
     * @param source  {@code document} handed in, {@code letter}, {@code receipt}, or {@code attachment} of a stage's result
     * @param no      its number among those of its source
     * @param kind    the checklist's code, the letter's or receipt's kind, the stage
     * @param current whether none took its place
     * @param fileId  the stored file, or null for a paper that was only seen, and for letters and receipts
     * @param sha256  of the stored file, or of the data of a letter or receipt; null where nothing is stored
     */
    public record Item(String source, int no, String kind, LocalDate day, boolean current, @Nullable String fileId, @Nullable String fileName, long size,
            @Nullable String sha256) {}

    public boolean complete() {
        return missing.isEmpty();
    }
}
