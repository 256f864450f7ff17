package org.consoleme.requests;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.consoleme.access.ApprovalRule;

/** Until when a request waits for a decision. */
final class RequestTime {
    private RequestTime() {}

    /** Whole seconds: every store keeps them. */
    static Instant end(Instant begin, ApprovalRule rule) {
        return begin.plus(rule.expiresAfter()).truncatedTo(ChronoUnit.SECONDS);
    }
}
