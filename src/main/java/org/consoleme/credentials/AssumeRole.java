package org.consoleme.credentials;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.consoleme.shared.RoleArn;

/**
 * Everything that makes keys what they are; equal values may share one call to STS.
 *
 * @param sessionName 2 to 64 characters of {@code A-Za-z0-9_+=,.@-}
 * @param lifetime 15 min to 12 h, whole seconds
 * @param sessionPolicy JSON, at most 2,048 characters
 */
public record AssumeRole(
        RoleArn role,
        String sessionName,
        Duration lifetime,
        Optional<String> sessionPolicy,
        Map<String, String> tags,
        Optional<String> sourceIdentity) {
    public AssumeRole {
        tags = Map.copyOf(tags);
    }
}
