package org.yekuo.stage.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.StageResult;
import org.yekuo.form.Asked;

/**
 * Where the case's papers stand (资料归档).
 *
 * @param shelf     such as {@code A-03-12}
 * @param volumes   how many volumes
 * @param originals the kinds of paper kept as originals; reply and contract must be
 */
public record Archived(
        @Asked(usedBy = {"room:archive", "letter:ARCHIVE_COVER"}, pattern = "[0-9A-Za-z\\u4e00-\\u9fa5-]{1,40}") String shelf,
        @Asked(usedBy = "letter:ARCHIVE_COVER", min = "1", max = "99") int volumes,
        @Asked(usedBy = "rule:archive.original-missing") List<String> originals,
        @Asked(usedBy = "letter:ARCHIVE_COVER", maxLength = 500) @Nullable String note) implements StageResult {}
