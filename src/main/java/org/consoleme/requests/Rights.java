package org.consoleme.requests;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What somebody may do with a request as it stands, and who decides it.
 *
 * @param approve false also for one who approved it already and waits for others
 * @param bypass they may decide it although it is their own
 * @param edit changes that are open or failed
 * @param withdraw the whole request
 * @param cancelChange single changes that are open or failed
 * @param reopen a request that was closed at most 24 h ago
 * @param rule that governs now; empty if nobody can approve
 * @param needed different people who have to approve
 * @param approvers users and groups who decide, by name; the requester may be among them
 * @param longest that a role can be asked for by that rule; empty if nobody can approve
 * @param closed why nobody can approve
 */
public record Rights(
        boolean approve,
        boolean reject,
        boolean bypass,
        boolean edit,
        boolean withdraw,
        boolean cancelChange,
        boolean retry,
        boolean reopen,
        Optional<String> rule,
        int needed,
        List<String> approvers,
        Optional<Duration> longest,
        Optional<String> closed) {
    public Rights {
        approvers = List.copyOf(approvers);
    }
}
