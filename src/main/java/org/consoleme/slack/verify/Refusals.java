package org.consoleme.slack.verify;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.consoleme.audit.AuditEvent.SlackRefused;
import org.consoleme.audit.AuditTrail;
import org.consoleme.audit.Door;
import org.consoleme.audit.Origin;
import org.consoleme.audit.Outcome;
import org.consoleme.identity.OpaqueId;
import org.consoleme.identity.SlackKey;
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
    private final MeterRegistry meters;
    private final ReentrantLock counting = new ReentrantLock();
    private long second;
    private int written;
    private int dropped;

    @Inject
    public Refusals(
            AuditTrail audit, ManagedExecutorService executor, Clock clock, MeterRegistry meters) {
        this.meters = meters;
        this.audit = audit;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * Somebody whom Slack did not vouch for.
     *
     * @param cause a code of ours; nothing that the request said
     */
    public void refused(String cause, String address) {
        refused(cause, "unknown", Optional.ofNullable(address));
    }

    /**
     * A Slack user.
     *
     * @param cause a code of ours
     */
    public void refused(String cause, SlackKey who) {
        refused(cause, who.toString(), Optional.empty());
    }

    private void refused(String cause, String actor, Optional<String> address) {
        Instant now = clock.instant();
        meters.counter("consoleme.slack.refused", "reason", cause).increment();
        if (!hasRoom(now.getEpochSecond())) {
            return;
        }
        Origin origin = new Origin(actor, Door.SLACK, OpaqueId.make(), address);
        try {
            executor.execute(() -> write(cause, origin, now));
        } catch (RejectedExecutionException e) {
            LOG.atWarn()
                    .addKeyValue("cause", cause)
                    .log("slack request refused, not audited: busy");
        }
    }

    /** Whether this second has room for one more row; what had none is told once, afterwards. */
    private boolean hasRoom(long now) {
        int untold = 0;
        counting.lock();
        try {
            if (second != now) {
                second = now;
                written = 0;
                untold = dropped;
                dropped = 0;
            }
            if (written < MOST_PER_SECOND) {
                written++;
                return true;
            }
            dropped++;
            return false;
        } finally {
            counting.unlock();
            if (untold > 0) {
                LOG.atWarn()
                        .addKeyValue("count", untold)
                        .log("slack requests refused, not audited: too many");
            }
        }
    }

    private void write(String cause, Origin origin, Instant at) {
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
