package org.consoleme.audit;

import org.consoleme.shared.GrantId;

/**
 * Events that are delivered one after the other, over all nodes: all that is told of one request
 * and of the grants that came of it; and what is carried out for it. The two do not wait for each
 * other: what AWS does not take must not keep people from hearing, nor the other way round.
 *
 * @param request its id
 */
public record Lane(Work work, String request) {

    /** What kind of effect. */
    public enum Work {
        APPLY,
        ANNOUNCE
    }

    public static Lane of(OutboxEvent event) {
        return switch (event.kind()) {
            case APPLY_REQUEST -> new Lane(Work.APPLY, event.subject());
            case ANNOUNCE_REQUEST -> new Lane(Work.ANNOUNCE, event.subject());
            case ANNOUNCE_GRANT, REMIND_OF_END ->
                    new Lane(Work.ANNOUNCE, GrantId.requestOf(event.subject()));
        };
    }

    /** Whether somebody waits for it to happen, and not only to hear of it. */
    public boolean applies() {
        return work == Work.APPLY;
    }

    @Override
    public String toString() {
        return work + ":" + request;
    }
}
