package org.consoleme.requests;

import java.util.List;
import java.util.Optional;
import org.consoleme.shared.UserId;

/**
 * A request that somebody makes.
 *
 * @param changes 1 to 20, all of one role
 * @param beneficiary for whom, where it is not for the caller
 * @param justification at most 4,000 characters
 * @param approveAtOnce the caller approves it with the same command; for those alone who may decide
 *     what they asked for themselves
 * @param onceKey however often the same person sends the same key, it makes one request: a form
 *     that was sent twice
 * @param dryRun everything is looked at, and nothing is stored
 */
public record RequestDraft(
        List<AskedChange> changes,
        Optional<UserId> beneficiary,
        String justification,
        boolean approveAtOnce,
        Optional<String> onceKey,
        boolean dryRun) {
    public RequestDraft {
        changes = List.copyOf(changes);
    }

    /** For the caller, by the usual way. */
    public static RequestDraft of(String justification, AskedChange... changes) {
        return new RequestDraft(
                List.of(changes), Optional.empty(), justification, false, Optional.empty(), false);
    }
}
