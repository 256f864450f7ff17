package org.consoleme.fakes;

import java.time.Instant;
import java.util.Optional;
import org.consoleme.access.AuthorizationMapping;
import org.consoleme.access.AuthorizationMappings;

/** Holds the last published mapping. */
public final class InMemoryAuthorizationMappings implements AuthorizationMappings {
    private volatile Optional<Published> last = Optional.empty();

    @Override
    public void publish(AuthorizationMapping mapping, Instant at) {
        last = Optional.of(new Published(mapping, at));
    }

    @Override
    public Optional<Published> last() {
        return last;
    }
}
