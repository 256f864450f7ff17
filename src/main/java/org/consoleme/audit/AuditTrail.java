package org.consoleme.audit;

/** The customer's record of what happened: append only. */
public interface AuditTrail {

    /**
     * Returns when the event is durable, usually within a few milliseconds; events of several
     * callers are written in groups.
     *
     * @throws org.consoleme.shared.ProblemException {@code Unavailable} if it could not be written:
     *     then nothing may follow
     */
    void append(AuditEvent event);
}
