package org.consoleme.audit;

import java.util.EnumMap;
import java.util.Map;

/**
 * What became of some events, by kind.
 *
 * @param delivered happened
 * @param putOff did not happen, and will be tried again
 */
public record Delivery(
        Map<OutboxEvent.Kind, Integer> delivered, Map<OutboxEvent.Kind, Integer> putOff) {
    public Delivery {
        delivered = Map.copyOf(delivered);
        putOff = Map.copyOf(putOff);
    }

    /** Nothing was due, or all of it is somebody else's just now. */
    public boolean isEmpty() {
        return delivered.isEmpty() && putOff.isEmpty();
    }

    /** Counts while events are delivered. */
    static final class Tally {
        private final Map<OutboxEvent.Kind, Integer> delivered =
                new EnumMap<>(OutboxEvent.Kind.class);
        private final Map<OutboxEvent.Kind, Integer> putOff = new EnumMap<>(OutboxEvent.Kind.class);

        void delivered(OutboxEvent.Kind kind, int events) {
            delivered.merge(kind, events, Integer::sum);
        }

        void putOff(OutboxEvent.Kind kind, int events) {
            putOff.merge(kind, events, Integer::sum);
        }

        Delivery sum() {
            return new Delivery(delivered, putOff);
        }
    }
}
