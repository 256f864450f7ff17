package org.consoleme.requests;

import java.time.Instant;
import org.consoleme.shared.UserId;

/** Where one change of a request stands. */
public sealed interface ChangeState {

    /** Waits for a decision. */
    record Open() implements ChangeState {}

    /** Decided; the outbox will carry it out. */
    record Approved(Instant at) implements ChangeState {}

    /**
     * Being carried out. Whoever finds it older than a call can take asks AWS what became of it and
     * takes over.
     *
     * @param attempt from 1
     */
    record Applying(int attempt, Instant since) implements ChangeState {}

    record Applied(Instant at) implements ChangeState {}

    /**
     * Carried out in vain; may be tried again.
     *
     * @param reason for people: what AWS said, or what differs from what was approved
     */
    record Failed(Instant at, String reason) implements ChangeState {}

    record Cancelled(UserId by, Instant at) implements ChangeState {}

    default boolean open() {
        return this instanceof Open;
    }

    /** Neither waits for a person nor for us. */
    default boolean ended() {
        return this instanceof Applied || this instanceof Cancelled;
    }
}
