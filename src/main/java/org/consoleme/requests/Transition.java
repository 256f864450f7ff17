package org.consoleme.requests;

import java.util.List;
import org.consoleme.audit.AuditEvent;
import org.consoleme.audit.OutboxEvent;

/**
 * What is written together with a request's new state.
 *
 * @param effects what is to happen because of it
 */
public record Transition(AuditEvent audit, List<OutboxEvent.Kind> effects) {
    public Transition {
        effects = List.copyOf(effects);
    }
}
