package org.consoleme.requests;

import java.time.Instant;
import java.util.Optional;

/**
 * What a request must still be for a change of it to be stored.
 *
 * @param revision ours; 0 before it is stored
 * @param projection {@code last_updated} of ConsoleMe's item as it was read; empty where ConsoleMe
 *     has no such item
 */
public record Version(long revision, Optional<Instant> projection) {
    public static final Version NEW = new Version(0, Optional.empty());
}
