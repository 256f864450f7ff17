package org.consoleme.inventory;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consoleme.shared.RoleArn;

/**
 * What the in-memory index keeps of a role: enough to decide who may use it, to find it and to draw
 * a row, and no document.
 *
 * @param webIdentities users and groups whose role tags allow console and CLI; as written in the
 *     tag
 * @param cliIdentities users and groups whose role tags allow the CLI only
 * @param maxSession the role's own maximum, 1 h to 12 h
 */
public record IndexedRole(
        RoleArn arn,
        Set<String> webIdentities,
        Set<String> cliIdentities,
        Duration maxSession,
        Optional<String> owner,
        Optional<String> description,
        Map<String, String> tags) {
    /** What IAM uses when a role sets none. */
    public static final Duration DEFAULT_MAX_SESSION = Duration.ofHours(1);

    public IndexedRole {
        webIdentities = Set.copyOf(webIdentities);
        cliIdentities = Set.copyOf(cliIdentities);
        tags = Map.copyOf(tags);
    }
}
