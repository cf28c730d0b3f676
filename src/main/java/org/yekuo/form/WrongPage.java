package org.yekuo.form;

import org.yekuo.vocabulary.Violation;

/** An address asks for a page by a key its list never gave. Carries the refusal out of the reading, to the border that says it. */
public final class WrongPage extends RuntimeException {

    WrongPage() {
        super("The page is asked for by a key that is none.", null, false, false);
    }

    public Violation violation() {
        return Violation.at("cursor", "form.wrong-page");
    }
}
