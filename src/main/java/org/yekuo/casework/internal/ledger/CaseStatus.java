package org.yekuo.casework.internal.ledger;

/** Where a case stands as a whole. Everything finer is read off its runs. */
public enum CaseStatus {
    REGISTERED, INCOMPLETE, ACCEPTED, ON_HOLD, ARCHIVED, WITHDRAWN, TERMINATED, EXPIRED;

    public boolean ended() {
        return this == ARCHIVED || this == WITHDRAWN || this == TERMINATED || this == EXPIRED;
    }
}
