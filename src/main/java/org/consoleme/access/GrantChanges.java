package org.consoleme.access;

/**
 * The word between nodes that some grant changed. It says no more than that, and may be lost: who
 * listens also looks by the clock.
 */
public interface GrantChanges {

    /** Never fails: a node that does not hear it looks by the clock. */
    void publish();

    /** {@code listener} must be quick; it hears this node's own word too. */
    void listen(Runnable listener);
}
