package org.consoleme.access;

import java.time.Instant;
import java.util.Optional;

/**
 * {@code CREDENTIAL_AUTHORIZATION_MAPPING_V1} and its reverse, in Redis and S3. We write them for
 * ConsoleMe's sake and read them only where our own index is absent.
 */
public interface AuthorizationMappings {

    /** Writes the mapping and its reverse. */
    void publish(AuthorizationMapping mapping, Instant at);

    /** The last published one: Redis, else S3; empty if there is none. */
    Optional<Published> last();

    /** A mapping with its age. */
    record Published(AuthorizationMapping mapping, Instant asOf) {}
}
