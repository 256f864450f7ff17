package org.consoleme.fakes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.AuditTrail;
import org.consoleme.shared.Problem;

/** Keeps events in the order they came. */
public final class InMemoryAuditTrail implements AuditTrail {
    private final List<AuditEvent> events = new CopyOnWriteArrayList<>();
    private volatile Optional<Problem> problem = Optional.empty();

    public void failsWith(Problem problem) {
        this.problem = Optional.of(problem);
    }

    @Override
    public void append(AuditEvent event) {
        problem.ifPresent(
                p -> {
                    throw p.asException();
                });
        events.add(event);
    }

    /** Forgets what was before the test's own step. */
    public void clear() {
        events.clear();
    }

    public List<AuditEvent> events() {
        return List.copyOf(events);
    }
}
