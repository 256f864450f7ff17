package org.consoleme.it.override;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.consoleme.shared.Single;

/** Takes the place of the server's clock: runs on from the instant it was set to last. */
@Single
@Alternative
@Priority(1)
public class SetClock {
    private static volatile Duration ahead = Duration.ZERO;

    /** Until the first request sets it. */
    static final String STARTS_AT = "SET_CLOCK_AT";

    static {
        String start = System.getenv(STARTS_AT);
        if (start != null) {
            set(Instant.parse(start));
        }
    }

    static void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
    }

    @Produces
    @Singleton
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Instant.now().plus(ahead);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("the server's clock is in UTC");
            }
        };
    }
}
