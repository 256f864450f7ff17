package org.consoleme.credentials;

import java.time.Instant;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Secret;

/**
 * Short-lived keys to one role. They leave only through the web doors and the federation sign-in.
 *
 * @param expiresAt the instant STS gave, not our own sum; or the end of the right to the role, if
 *     that is earlier: from then on AWS denies them everything
 */
public record TemporaryCredentials(
        RoleArn role,
        String accessKeyId,
        Secret secretAccessKey,
        Secret sessionToken,
        Instant expiresAt) {

    /** The same for somebody whose session policy ends them at {@code end}. */
    TemporaryCredentials usableUntil(Instant end) {
        return end.isBefore(expiresAt)
                ? new TemporaryCredentials(role, accessKeyId, secretAccessKey, sessionToken, end)
                : this;
    }

    @Override
    public String toString() {
        return "TemporaryCredentials[role=" + role + ", expiresAt=" + expiresAt + "]";
    }
}
