package org.consoleme.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * An effect that is still to happen, written in the transaction that made it due. It may happen
 * twice with the same result; it never gets lost.
 *
 * @param id a ULID: events of one subject are in order
 * @param subject what it is about: a request's or a grant's id. Handlers read the rest anew, so the
 *     latest state wins
 * @param attempts how often it was tried in vain
 * @param notBefore when to try next
 * @param where the store's own word for where it found it; empty where it is kept in the place that
 *     the store gives a new one
 */
public record OutboxEvent(
        String id,
        Kind kind,
        String subject,
        Instant at,
        int attempts,
        Instant notBefore,
        Optional<String> where) {

    /** One in the place of new ones. */
    public OutboxEvent(
            String id, Kind kind, String subject, Instant at, int attempts, Instant notBefore) {
        this(id, kind, subject, at, attempts, notBefore, Optional.empty());
    }

    /** What is to happen. The names are stored. */
    public enum Kind {
        /** Carry out the approved changes of a request. */
        APPLY_REQUEST,
        /** Tell whom it concerns where a request stands: cards, messages, open consoles. */
        ANNOUNCE_REQUEST,
        /** Tell whom it concerns where a grant stands. */
        ANNOUNCE_GRANT,
        /** Tell the one who has a grant that it ends soon. */
        REMIND_OF_END
    }
}
