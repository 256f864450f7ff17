package org.consoleme.requests;

import java.time.Instant;
import org.consoleme.shared.Problem;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;

/**
 * A stored request that this release cannot read: another release wrote it, or its row is damaged.
 * Nothing of its content is known; nobody lists around it silently.
 *
 * @param requestedAt or, where not even that can be read, when it was changed last
 */
public record UnreadableRequest(RequestId id, Instant requestedAt) {
    /** What lists and its page say of it, whatever it holds. */
    public static final String SENTENCE =
            "It is stored in a way that this release cannot read. The log says what it lacks.";

    /** For whoever wants to do something with it, and at doors that show only what can be read. */
    public static ProblemException problem() {
        return new Problem.Conflict(SENTENCE).asException();
    }
}
