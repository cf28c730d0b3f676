package org.yekuo.document;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.document.internal.Printing;

/** Tells whoever holds a paper whether it is ours and still in force (文书查验), by the code printed on it; nothing of whom it concerns. */
@Component
public class VerifyingPaper {

    /**
     * A paper that is genuine.
     *
     * @param title   what the paper calls itself
     * @param issuer  the name of the supply company
     * @param inForce whether no later paper took its place
     * @param sha256  of the PDF as it was issued
     */
    public record Verified(String code, String title, String number, int version, LocalDate issuedOn, String issuer, boolean inForce, @Nullable String sha256) {}

    private final Printing printing;

    VerifyingPaper(Printing printing) {
        this.printing = printing;
    }

    /** The paper of this code; spaces, hyphens and small letters do not matter. */
    @Transactional
    public Optional<Verified> verify(String typed) {
        return printing.verify(typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }
}
