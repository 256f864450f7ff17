package org.consoleme.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * The challenges that are open, for all nodes. Every method throws {@code Unavailable} when the
 * store does not answer.
 */
public interface Challenges {

    void create(Challenge challenge);

    /** As stored: whether it has expired is for the caller to see. */
    Optional<Challenge> find(String token);

    /**
     * In one step: two browsers, or two terminals, cannot both win.
     *
     * @return false if the challenge is no longer as {@code before}, or gone
     */
    boolean replace(Challenge before, Challenge after);

    void remove(String token);

    /** How many there are, expired ones that were not yet swept included. */
    long open();

    /** Removes what has expired. */
    void sweep(Instant now);
}
