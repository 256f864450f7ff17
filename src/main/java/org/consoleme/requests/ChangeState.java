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

    /** Whether carrying it out may take it there: begun, taken over, put back, done, in vain. */
    default boolean leadsTo(ChangeState next) {
        return switch (this) {
            case Approved approved -> next instanceof Applying;
            case Applying applying ->
                    next instanceof Applying
                            || next instanceof Approved
                            || next instanceof Applied
                            || next instanceof Failed;
            case Open open -> false;
            case Applied applied -> false;
            case Failed failed -> false;
            case Cancelled cancelled -> false;
        };
    }
}
