package org.consoleme.audit;

import java.util.Optional;

/**
 * Who is delivering what just now, over all nodes. It keeps the events of a lane in order and saves
 * useless work; no effect depends on it, for each may happen twice with the same result. So it
 * never fails: where nobody can say, the claim is given.
 */
public interface DeliveryClaims {

    /**
     * @return empty if somebody else is delivering events of this lane
     */
    Optional<Claim> take(Lane lane);

    /** A lane that is ours until closed, or until a minute has passed. */
    interface Claim extends AutoCloseable {

        /**
         * Whether nobody took this event at this attempt within the last minute: a list of events
         * may be out of date by the time its turn comes.
         */
        boolean first(OutboxEvent event);

        @Override
        void close();
    }
}
