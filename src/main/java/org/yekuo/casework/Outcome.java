package org.yekuo.casework;

/** How a stage closes (环节结论). */
public sealed interface Outcome {

    /** Done; what comes after it may open. */
    record Passed() implements Outcome {}

    /** The same stage again, as its next round: defects, refused drawings, nobody at home. */
    record Again(String reason) implements Outcome {}

    /** An earlier stage must be done again. */
    record Back(String to, Cause cause, String reason) implements Outcome {}

    /** The case ends here. */
    record End(Ending ending, String reason) implements Outcome {}

    /** Whose reason a step back has: the company's costs it no fresh days, the customer's voids what ran. */
    enum Cause { COMPANY, CUSTOMER }

    /** How a case ends before its archive. */
    enum Ending { WITHDRAWN, TERMINATED, EXPIRED }
}
