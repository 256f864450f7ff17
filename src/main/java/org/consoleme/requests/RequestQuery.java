package org.consoleme.requests;

import java.util.Optional;
import org.consoleme.shared.UserId;

/**
 * Which requests to list.
 *
 * @param from where the last page said that the next one begins
 * @param limit 1 to 1,000
 */
public record RequestQuery(
        Optional<RequestState.Name> state,
        Optional<UserId> requester,
        Optional<String> from,
        int limit) {}
