package org.consoleme.notifications;

import java.util.function.Consumer;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.UserId;

/**
 * Says on all nodes what changed, for whoever is just looking. Nothing rests on it: a word that is
 * lost does no harm, because who looks also reads by the clock.
 */
public interface ChangeFeed {

    /** Never fails. This node hears of it whatever happens to the others. */
    void publish(Changed changed);

    /** {@code listener} must be quick; it may hear of one thing twice. */
    void listen(Consumer<Changed> listener);

    /** What changed. */
    sealed interface Changed {}

    record RequestChanged(RequestId request) implements Changed {}

    /**
     * @param user whose it is
     */
    record GrantChanged(GrantId grant, UserId user) implements Changed {}

    /** Words may have been lost. */
    record AnythingChanged() implements Changed {}
}
