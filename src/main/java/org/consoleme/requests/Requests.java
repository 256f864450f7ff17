package org.consoleme.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UserId;

/**
 * Requests that people made with us. State, audit row and effects are written together or not at
 * all; a request that changed since it was read is not written over. What ConsoleMe wrote by itself
 * is {@link OlderRequests}'.
 */
public interface Requests {

    /** Read consistently. */
    Optional<ChangeRequest> find(RequestId id);

    /**
     * Stores a new one.
     *
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if the id is taken
     */
    void open(ChangeRequest request, Transition transition);

    /**
     * Stores {@code after}, if the request is still {@code before}.
     *
     * @return {@code after} with its new version
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if it is not
     */
    ChangeRequest replace(ChangeRequest before, ChangeRequest after, Transition transition);

    /** All of them, the newest first; a page at most. */
    Page newest(Optional<String> from, int limit);

    /** Those that are in this state now, the newest first; a page at most. */
    Page inState(RequestState.Name state, Optional<String> from, int limit);

    /** The newest first; a page at most. */
    Page of(UserId requester, Optional<String> from, int limit);

    /** Pending ones whose time is over; the oldest first. */
    List<ChangeRequest> overdue(Instant now, int limit);

    /**
     * @param next where the next page begins; empty after the last
     */
    record Page(List<ChangeRequest> requests, Optional<String> next) {
        public Page {
            requests = List.copyOf(requests);
        }
    }
}
