package org.yekuo.document;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a paper was handed in by the customer's agent (代理人代交), and what she says of it.
 *
 * @param by   the agent
 * @param how  how she said it to the clerk who noted it; null when she did it herself
 * @param word why she refuses it
 */
public record Brought(
        String by, Instant at, State state, @Nullable LocalDate decidedOn, @Nullable String decidedBy, @Nullable String how, @Nullable String word) {

    /** 待客户确认、客户已确认、客户不予认可. */
    public enum State { WAITING, CONFIRMED, REFUSED }

    /** What she says of a paper, as it is noted. */
    public record Decision(State state, LocalDate on, String by, @Nullable String how, @Nullable String word) {}
}
