package org.consoleme.requests;

import java.time.Instant;
import org.consoleme.shared.UserId;

/**
 * Where a request stands as a whole. Pending as long as a change waits for a decision; then what
 * the furthest behind of its changes says.
 */
public sealed interface RequestState {

    record Pending() implements RequestState {}

    record Approved(Instant at) implements RequestState {}

    record Applying(Instant at) implements RequestState {}

    /** Final: all changes that were not cancelled are in AWS, or granted. */
    record Applied(Instant at) implements RequestState {}

    /** A change could not be carried out; it may be tried again. */
    record Failed(Instant at) implements RequestState {}

    record Rejected(UserId by, Instant at, String reason) implements RequestState {}

    record Cancelled(UserId by, Instant at) implements RequestState {}

    /** Nobody decided in time. */
    record Expired(Instant at) implements RequestState {}

    /** The word that is stored and that APIs carry: {@code pending}, {@code applied} and so on. */
    default Name name() {
        return switch (this) {
            case Pending pending -> Name.PENDING;
            case Approved approved -> Name.APPROVED;
            case Applying applying -> Name.APPLYING;
            case Applied applied -> Name.APPLIED;
            case Failed failed -> Name.FAILED;
            case Rejected rejected -> Name.REJECTED;
            case Cancelled cancelled -> Name.CANCELLED;
            case Expired expired -> Name.EXPIRED;
        };
    }

    /** The states by name. */
    enum Name {
        PENDING,
        APPROVED,
        APPLYING,
        APPLIED,
        FAILED,
        REJECTED,
        CANCELLED,
        EXPIRED
    }
}
