package org.consoleme.credentials;

import java.net.URI;
import java.time.Instant;
import org.consoleme.shared.RoleArn;

/**
 * A way into the AWS console.
 *
 * @param url whoever has it is signed in: it goes to the asker alone and into no log
 */
public record ConsoleSession(RoleArn role, URI url, Instant expiresAt) {
    @Override
    public String toString() {
        return "ConsoleSession[role=" + role + ", expiresAt=" + expiresAt + "]";
    }
}
