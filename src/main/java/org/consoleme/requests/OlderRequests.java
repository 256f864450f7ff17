package org.consoleme.requests;

import java.util.Optional;
import org.consoleme.shared.RequestId;

/**
 * What ConsoleMe itself wrote into {@code consoleme_policy_requests}, of every version and key
 * schema: to be listed and shown, never written.
 */
public interface OlderRequests {

    Optional<OlderRequest> find(RequestId id);

    /** All of them as last read; read anew in the background. */
    OlderList list();
}
