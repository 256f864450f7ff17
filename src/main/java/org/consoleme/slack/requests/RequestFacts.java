package org.consoleme.slack.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a card says besides the request itself.
 *
 * @param account its name, or its number where it has none
 * @param gives what approving would change, in words, the widest first
 * @param risks why to look twice, the gravest first
 * @param high whether only the console takes an approval
 * @param approvers users and groups who decide, by name
 * @param needed how many different people have to approve
 * @param closed why nobody can approve; empty if somebody can
 * @param grant where the grant stands that came of it
 */
record RequestFacts(
        String account,
        List<String> gives,
        List<String> risks,
        boolean high,
        List<String> approvers,
        int needed,
        Optional<String> closed,
        Optional<GrantEnd> grant) {
    RequestFacts {
        gives = List.copyOf(gives);
        risks = List.copyOf(risks);
        approvers = List.copyOf(approvers);
    }

    /**
     * When a grant ends, or ended.
     *
     * @param id the grant's
     * @param how the word for how it ended before its time; empty if it did not
     */
    record GrantEnd(String id, Instant at, Optional<String> how) {}
}
