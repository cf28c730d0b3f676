package org.yekuo.document;

import java.util.Optional;
import org.yekuo.vocabulary.CaseNo;

/** Letters and receipts as they were printed (文书版式文件): PDF. Optional: where nobody offers it, a file holds their data only. */
public interface PrintedPapers {

    Optional<byte[]> letter(CaseNo caseNo, int lno);

    Optional<byte[]> receipt(CaseNo caseNo, int rno);
}
