package org.consoleme.requests;

import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.UserId;

/**
 * Which requests to list.
 *
 * @param states those in one of them; empty means all
 * @param from where the last page said that the next one begins; a page of the same order
 * @param limit 1 to 1,000
 */
public record RequestQuery(
        Set<RequestState.Name> states,
        Optional<UserId> requester,
        RequestOrder order,
        Optional<String> from,
        int limit) {
    public RequestQuery {
        states = Set.copyOf(states);
    }
}
