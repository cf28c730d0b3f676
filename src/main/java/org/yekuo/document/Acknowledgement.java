package org.yekuo.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A customer's acknowledgement (签收).
 *
 * @param signer    who signed, or who refused to
 * @param witnesses two names when the signature was refused, else empty
 */
public record Acknowledgement(Signature signature, LocalDate on, String signer, List<String> witnesses) {

    public Acknowledgement {
        witnesses = List.copyOf(witnesses);
    }
}
