package org.consoleme.audit;

import java.util.Optional;

/**
 * Who did it, and through what.
 *
 * @param actor the sign-in name as given, or what is known of somebody unknown (a Slack key); never
 *     a secret
 * @param requestId leads from the answer to the log and the audit row
 * @param address the client's IP address, where the door has one
 */
public record Origin(String actor, Door door, String requestId, Optional<String> address) {}
