package org.yekuo.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's acknowledgement (签收).
 *
 * @param signer    who signed, or who refused to
 * @param witnesses two names when the signature was refused, else empty
 * @param drawing   the stored picture of a signature drawn on the screen, else null
 */
public record Acknowledgement(Signature signature, LocalDate on, String signer, List<String> witnesses, @Nullable String drawing) {

    public Acknowledgement {
        witnesses = List.copyOf(witnesses);
    }
}
