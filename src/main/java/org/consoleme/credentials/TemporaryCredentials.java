package org.consoleme.credentials;

import java.time.Instant;
import org.consoleme.shared.RoleArn;
import org.consoleme.shared.Secret;

/**
 * Short-lived keys to one role. They leave only through the web doors and the federation sign-in.
 *
 * @param expiresAt the instant STS gave, not our own sum
 */
public record TemporaryCredentials(
        RoleArn role,
        String accessKeyId,
        Secret secretAccessKey,
        Secret sessionToken,
        Instant expiresAt) {
    @Override
    public String toString() {
        return "TemporaryCredentials[role=" + role + ", expiresAt=" + expiresAt + "]";
    }
}
