package org.consoleme.slack.verify;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.consoleme.audit.AuditEvent.SlackRefused;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outcome;
import org.consoleme.identity.OpaqueId;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what the verifier refused into the audit trail, behind the answer. Anybody can send unsigned
 * requests, so no more than ten rows a second are written; the rest is counted in the log.
 */
@Single
public class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int MOST_PER_SECOND = 10;

    private final AuditTrail audit;
    private final ManagedExecutorService executor;
    private final Clock clock;
    private final AtomicLong window = new AtomicLong();
    private final AtomicLong inWindow = new AtomicLong();

    @Inject
    public Refusals(AuditTrail audit, ManagedExecutorService executor, Clock clock) {
        this.audit = audit;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * @param cause a code of ours; nothing that the request said
     */
    public void refused(String cause, String address) {
        Instant now = clock.instant();
        if (window.getAndSet(now.getEpochSecond()) != now.getEpochSecond()) {
            inWindow.set(0);
        }
        if (inWindow.incrementAndGet() > MOST_PER_SECOND) {
            LOG.atWarn()
                    .addKeyValue("cause", cause)
                    .log("slack request refused, not audited: too many");
            return;
        }
        try {
            executor.execute(() -> write(cause, address, now));
        } catch (RejectedExecutionException e) {
            LOG.atWarn()
                    .addKeyValue("cause", cause)
                    .log("slack request refused, not audited: busy");
        }
    }

    private void write(String cause, String address, Instant at) {
        Origin origin =
                new Origin("unknown", Door.SLACK, OpaqueId.make(), Optional.ofNullable(address));
        try {
            audit.append(
                    new SlackRefused(
                            origin, at, "/slack/events", Outcome.DENIED, Optional.of(cause)));
        } catch (ProblemException e) {
            LOG.atWarn()
                    .addKeyValue("cause", cause)
                    .log("slack request refused, audit unavailable");
        }
    }
}
