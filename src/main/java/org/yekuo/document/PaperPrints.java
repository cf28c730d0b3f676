package org.yekuo.document;

import java.util.Optional;
import org.yekuo.vocabulary.CaseNo;

/** Receipts and letters as they are printed (打印件): one PDF each, set once from what was issued and kept for good. */
public interface PaperPrints {

    /**
     * A printed paper.
     *
     * @param number how the paper itself is numbered, such as {@code 3401000000000012-WS03}
     * @param name   the name of its file
     * @param sha256 of the file, in hexadecimal
     * @param pdf    the file
     */
    record Print(CaseNo caseNo, String number, String name, String sha256, byte[] pdf) {}

    /** A receipt's print, set now if it was not yet; nothing where the case has no such receipt. */
    Optional<Print> receipt(CaseNo caseNo, int rno);

    /** A letter's print, set now if it was not yet; nothing where the case has no such letter. */
    Optional<Print> letter(CaseNo caseNo, int lno);
}
