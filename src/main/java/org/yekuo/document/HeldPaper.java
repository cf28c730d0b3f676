package org.yekuo.document;

import org.yekuo.vocabulary.CaseNo;

/** A paper on file in another case of the same customer (档案中已有): still valid, so nobody asks for it again. */
public record HeldPaper(CaseNo from, CaseDocument paper) {

    public String type() {
        return paper.document().type();
    }
}
