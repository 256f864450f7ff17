package org.consoleme.requests;

import java.util.Optional;
import java.util.Set;

/** What an approver says to what they were shown. */
public sealed interface ReviewCommand {

    /** Of what they were shown. */
    String hash();

    /**
     * @param changes ids; none means all that are open
     * @param reason at most 4,000 characters
     */
    record Approve(String hash, Set<String> changes, Optional<String> reason)
            implements ReviewCommand {
        public Approve {
            changes = Set.copyOf(changes);
        }
    }

    /**
     * The whole request.
     *
     * @param reason 1 to 4,000 characters
     */
    record Reject(String hash, String reason) implements ReviewCommand {}
}
