package org.consoleme.audit;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Effects that are due. Events get in with the state that causes them, in one transaction of that
 * state's own port, and never through here.
 */
public interface Outbox {

    /**
     * What is to be applied comes first: what cannot be told must not stand before it. It leaves
     * half of the limit to what is to be told, which must not wait for an AWS that hangs either.
     * Otherwise the oldest come first, and those of one kind and subject in their order.
     *
     * @param limit at most so many
     */
    List<OutboxEvent> due(Instant now, int limit);

    /** It happened. Calling it twice does no harm. */
    void done(OutboxEvent event);

    /** It did not happen; {@code event} counts one attempt more from then on. */
    void later(OutboxEvent event, Instant notBefore);

    /**
     * {@code listener} hears of each event that this node has written, once it is durable, on the
     * thread that wrote it: it must hand its work on.
     */
    void onWritten(Consumer<OutboxEvent> listener);
}
