package org.consoleme.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UserId;

/**
 * Requests that people made with us. State, audit row and effects are written together or not at
 * all; a request that changed since it was read is not written over. What ConsoleMe wrote by itself
 * is {@link OlderRequests}'.
 */
public interface Requests {

    /**
     * Read consistently.
     *
     * @throws org.consoleme.shared.ProblemException {@code Conflict} if it cannot be read
     */
    Optional<ChangeRequest> find(RequestId id);

    /** One of ours to be shown, read consistently; what cannot be read is named. */
    Optional<SeenRequest> look(RequestId id);

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

    /**
     * All of them; a page at most. What cannot be read is named.
     *
     * @param from where the page before said that the next one begins, in the same order
     * @throws org.consoleme.shared.ProblemException {@code Invalid} for a place in another list or
     *     of another order; so do the other lists
     */
    Page all(RequestOrder order, Optional<String> from, int limit);

    /** Those that are in this state now; a page at most. What cannot be read is named. */
    Page inState(RequestState.Name state, RequestOrder order, Optional<String> from, int limit);

    /** Those in this state, the newest first. */
    default Page inState(RequestState.Name state, Optional<String> from, int limit) {
        return inState(state, RequestOrder.NEWEST_FIRST, from, limit);
    }

    /** Somebody's; a page at most. What cannot be read is named. */
    Page of(UserId requester, RequestOrder order, Optional<String> from, int limit);

    /** Pending ones whose time is over and that can be read; the oldest first. */
    List<ChangeRequest> overdue(Instant now, int limit);

    /**
     * @param all ours, and those of ours that cannot be read
     * @param next where the next page begins; empty after the last
     * @param after where a page begins that goes on after one of these, even if that one leaves the
     *     list meanwhile
     */
    record Page(List<SeenRequest> all, Optional<String> next, Function<SeenRequest, String> after) {
        public Page {
            all = List.copyOf(all);
        }

        /** Those that can be read. */
        public List<ChangeRequest> requests() {
            return all.stream()
                    .filter(SeenRequest.Ours.class::isInstance)
                    .map(seen -> ((SeenRequest.Ours) seen).request())
                    .toList();
        }

        /** Those that cannot. */
        public List<UnreadableRequest> unreadable() {
            return all.stream()
                    .filter(SeenRequest.Unreadable.class::isInstance)
                    .map(seen -> ((SeenRequest.Unreadable) seen).request())
                    .toList();
        }
    }
}
