package org.consoleme.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/**
 * A terminal's wish to be signed in as somebody, waiting for that person in the browser.
 *
 * @param token names the challenge; whoever polls with it gets the sign-in
 * @param address where the terminal came from; empty if unknown
 * @param createdAt whole seconds, as {@code expiresAt}: ConsoleMe's store keeps no more
 * @param nonce given to the browser that looked first; the approval brings it back
 * @param visited a browser looked at it
 * @param groups those of the person who approved; empty before
 */
public record Challenge(
        String token,
        UserId user,
        Optional<String> address,
        Instant createdAt,
        Instant expiresAt,
        State state,
        Optional<String> nonce,
        boolean visited,
        Set<GroupName> groups) {
    public Challenge {
        createdAt = createdAt.truncatedTo(ChronoUnit.SECONDS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        groups = Set.copyOf(groups);
    }

    /** An address that is not known is no other one. */
    boolean isFromElsewhere(Optional<String> asker) {
        return address.isPresent() && asker.isPresent() && !address.equals(asker);
    }

    /** {@code DONE}: the terminal has fetched its sign-in. */
    public enum State {
        PENDING,
        APPROVED,
        DENIED,
        DONE
    }
}
