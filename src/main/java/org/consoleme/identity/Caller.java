package org.consoleme.identity;

import java.time.Instant;
import java.util.Set;
import org.consoleme.audit.Origin;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/**
 * Who is asking, and how sure we are: made by a door once per request, and the only thing about the
 * asker that a use case ever sees.
 *
 * @param authenticatedAt when the proof was made: the token's issue, the certificate's {@code
 *     notBefore}, or now
 */
public record Caller(
        UserId user, Set<GroupName> groups, Proof proof, Instant authenticatedAt, Origin origin) {
    /** What stands before an application's name, so that it is no person's. */
    public static final String APPLICATION = "application/";

    public Caller {
        groups = Set.copyOf(groups);
    }

    /** A program and not a person: without groups, and without rules that are made for people. */
    public boolean application() {
        return proof == Proof.APPLICATION_CERTIFICATE;
    }
}
