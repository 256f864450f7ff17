package org.consoleme.requests;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consoleme.audit.Door;
import org.consoleme.shared.UserId;

/**
 * What one person decided. Kept forever.
 *
 * @param hash of what they were shown
 * @param changes the changes that it is about
 * @param reason required when rejecting
 * @param rule by which they were allowed to decide
 */
public record Review(
        UserId by,
        Instant at,
        Door door,
        Verdict verdict,
        String hash,
        Set<String> changes,
        Optional<String> reason,
        String rule) {
    public Review {
        changes = Set.copyOf(changes);
    }

    /** The names are stored. */
    public enum Verdict {
        APPROVED,
        REJECTED
    }
}
