package org.consoleme.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.consoleme.shared.RequestId;

/**
 * A request as ConsoleMe wrote it, read only. What cannot be read is said, and the rest is shown.
 *
 * @param arn of the principal, or what stands in its place for a template
 * @param status ConsoleMe's word
 * @param requester as stored; an older row may have none
 * @param version 1 for rows without an extended request
 * @param extendedRequest ConsoleMe's own JSON, as an API hands it out; empty for version 1
 * @param unreadable what is wrong with the row; empty if nothing is
 */
public record OlderRequest(
        RequestId id,
        Optional<String> arn,
        String status,
        Optional<String> requester,
        Optional<String> justification,
        Optional<Instant> requestedAt,
        Optional<Instant> lastUpdated,
        int version,
        Optional<String> extendedRequest,
        List<String> changeTypes,
        Optional<String> unreadable) {
    public OlderRequest {
        changeTypes = List.copyOf(changeTypes);
    }
}
