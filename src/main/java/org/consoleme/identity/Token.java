package org.consoleme.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.GroupName;
import org.consoleme.shared.UserId;

/**
 * What a signed cookie says. Times are whole seconds.
 *
 * @param id the token's own, or derived from it where ConsoleMe gave none; for revoking
 * @param groups empty where the token brings none: then they are looked up at each use
 * @param firstIssuedAt when the chain of renewals began: what age is measured from
 */
public record Token(
        String id,
        UserId user,
        Optional<Set<GroupName>> groups,
        Audience audience,
        Instant issuedAt,
        Instant firstIssuedAt,
        Instant expiresAt) {
    public Token {
        groups = groups.map(Set::copyOf);
    }
}
