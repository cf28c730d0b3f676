package org.yekuo.stage.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Files in the archive (客户档案). */
public interface ArchiveFiles {

    Optional<ArchiveFile> find(UnitCode unit, CaseNo caseNo);

    /** What a file of this case would contain now: papers handed in, letters and receipts in force. */
    List<Content> contents(UnitCode unit, CaseNo caseNo);

    /** @param fileNo 档案号 */
    record ArchiveFile(CaseNo caseNo, String fileNo, String shelf, int volumes, LocalDate archivedOn, List<Content> contents) {}

    /**
     * One entry of the index (卷内目录).
     *
     * @param source document, letter or receipt
     * @param no     its number among those of its source
     */
    record Content(String source, int no, String kind, LocalDate day) {}
}
