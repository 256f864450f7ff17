package org.consoleme.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again; the scheduler would never again call what throws. */
final class Turn {
    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private Turn() {}

    /**
     * @param name for the log
     */
    static Runnable of(String name, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.atError().addKeyValue("turn", name).setCause(e).log("missed a turn");
            }
        };
    }
}
