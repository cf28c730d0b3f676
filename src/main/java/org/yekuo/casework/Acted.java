package org.yekuo.casework;

import org.yekuo.vocabulary.CaseNo;

/**
 * An act was done.
 *
 * @param status the case's status after it
 * @param seq    how many entries the case's ledger has now
 */
public record Acted(CaseNo caseNo, String status, long seq) {}
