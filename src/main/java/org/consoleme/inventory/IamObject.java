package org.consoleme.inventory;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.consoleme.shared.AccountId;

/**
 * A role, user, group or managed policy as GetAccountAuthorizationDetails describes it.
 *
 * @param id IAM's unique id ({@code AROA…})
 * @param document the entry as JSON text: policy documents decoded, dates as ISO text without
 *     fractions ending in Z
 * @param archived the same with dates as epoch floats, as ConsoleMe's S3 objects have it; rendered
 *     only when asked
 * @param role what only roles have
 */
public record IamObject(
        Kind kind,
        String arn,
        String name,
        String id,
        AccountId account,
        String document,
        Supplier<String> archived,
        Map<String, String> tags,
        Optional<RoleDetails> role) {
    public IamObject {
        tags = Map.copyOf(tags);
    }

    /** The four lists of GetAccountAuthorizationDetails. */
    public enum Kind {
        ROLE,
        USER,
        GROUP,
        POLICY
    }

    /**
     * What only roles have.
     *
     * @param maxSession 1 h to 12 h, from ListRoles
     * @param trustPolicy the trust policy as JSON text
     */
    public record RoleDetails(
            Duration maxSession, Optional<String> description, String trustPolicy) {}
}
