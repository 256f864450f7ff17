package org.consoleme.audit;

/**
 * Events that are delivered one after the other: those of one kind about one subject. Different
 * kinds do not wait for each other: what AWS does not take must not keep people from hearing, nor
 * the other way round.
 */
public record Lane(OutboxEvent.Kind kind, String subject) {

    public static Lane of(OutboxEvent event) {
        return new Lane(event.kind(), event.subject());
    }

    @Override
    public String toString() {
        return kind + ":" + subject;
    }
}
