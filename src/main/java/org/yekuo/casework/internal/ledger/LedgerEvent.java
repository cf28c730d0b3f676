package org.yekuo.casework.internal.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;

/**
 * One entry of the ledger. The hash covers the stored canonical text and the hash before it, so that no entry can be changed, taken out
 * or put in without the chain showing it.
 *
 * @param happenedOn the day it is said to have happened
 * @param recordedAt the server's time
 */
public record LedgerEvent(
        CaseNo caseNo, long seq, LocalDate happenedOn, Instant recordedAt, String actorId, String actorName, EventKind kind, String body,
        String prevHash, String hash) {

    /** What the first entry of a chain stands on. */
    public static final String GENESIS = "0".repeat(64);

    public static LedgerEvent next(
            CaseNo caseNo, long seq, String prevHash, LocalDate happenedOn, Instant recordedAt, Actor actor, EventKind kind, Map<String, ?> data) {
        var body = CanonicalJson.write(Map.of(
                "case", caseNo.value(), "seq", seq, "happenedOn", happenedOn, "recordedAt", recordedAt,
                "actor", Map.of("id", actor.id(), "name", actor.name(), "kind", actor.kind().name()),
                "kind", kind.name(), "data", data));
        return new LedgerEvent(caseNo, seq, happenedOn, recordedAt, actor.id(), actor.name(), kind, body, prevHash, hash(prevHash, body));
    }

    public static String hash(String prevHash, String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(prevHash.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
