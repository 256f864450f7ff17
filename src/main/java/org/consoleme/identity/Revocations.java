package org.consoleme.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.consoleme.shared.Ephemeral;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens that were ended before their time (D-16). A node looks again after {@value #LOOK_SECONDS}
 * s; while the store is away nothing counts as revoked, because keys must still be issued then.
 */
@Single
public class Revocations {
    static final int LOOK_SECONDS = 10;

    /** A store that is away is not asked again for each request. */
    private static final Duration AWAY = Duration.ofSeconds(5);

    private static final int MAX_TOKENS = 50_000;
    private static final String KEY = "revoked:";
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);

    private final Ephemeral ephemeral;
    private final Clock clock;
    private final Cache<String, Boolean> known;
    private volatile Instant awayUntil = Instant.EPOCH;

    @Inject
    public Revocations(Ephemeral ephemeral, Clock clock) {
        this.ephemeral = ephemeral;
        this.clock = clock;
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(MAX_TOKENS)
                        .expireAfterWrite(Duration.ofSeconds(LOOK_SECONDS))
                        .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                        .build();
    }

    void add(Token token) {
        Duration left = Duration.between(clock.instant(), token.expiresAt());
        if (left.isPositive()) {
            ephemeral.put(KEY + token.id(), "1", left.plusSeconds(1));
            known.put(token.id(), true);
        }
    }

    boolean contain(Token token) {
        return known.get(token.id(), this::look);
    }

    private boolean look(String id) {
        if (clock.instant().isBefore(awayUntil)) {
            return false;
        }
        try {
            return ephemeral.get(KEY + id).isPresent();
        } catch (ProblemException e) {
            awayUntil = clock.instant().plus(AWAY);
            LOG.atWarn()
                    .addKeyValue("reason", e.problem().sentence())
                    .log("revoked tokens cannot be read");
            return false;
        }
    }
}
