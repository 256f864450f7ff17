package org.consoleme.operations;

import java.time.Duration;
import java.util.Optional;

/** Leases in Redis database 1: one holder at a time, gone by itself when the holder dies. */
public interface Leases {

    /**
     * @param holder a node's name: a node that restarts takes its own lease over
     * @return empty if somebody else holds it
     */
    Optional<Lease> take(String name, String holder, Duration life);

    /** A lease that is held; closing gives it back. */
    interface Lease extends AutoCloseable {
        /**
         * @return false if it was lost: stop what it protects
         */
        boolean renew();

        @Override
        void close();
    }
}
