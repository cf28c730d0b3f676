package org.yekuo.stage.contract.internal;

import org.yekuo.casework.CaseView;

/** The number of a contract (合同编号): the case's, and which of its contracts it is; unique without being counted anywhere. */
final class ContractNo {

    private ContractNo() {}

    /** The contract of this round. */
    static String of(CaseView view) {
        return "%s-HT%02d".formatted(view.caseNo(), view.round());
    }

    /** The annex (补充协议) of this phase and round. */
    static String annexOf(CaseView view) {
        return "%s-BC%02d-%02d".formatted(view.caseNo(), view.phase(), view.round());
    }
}
