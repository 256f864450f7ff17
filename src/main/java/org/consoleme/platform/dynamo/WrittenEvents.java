package org.consoleme.platform.dynamo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.consoleme.audit.OutboxEvent;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells this node's listeners of the events that it has written, once they are durable. */
@Single
public class WrittenEvents {
    private static final Logger LOG = LoggerFactory.getLogger(WrittenEvents.class);

    private final List<Consumer<OutboxEvent>> listeners = new CopyOnWriteArrayList<>();

    void listen(Consumer<OutboxEvent> listener) {
        listeners.add(listener);
    }

    void tell(List<OutboxEvent> written) {
        for (OutboxEvent event : written) {
            listeners.forEach(listener -> tell(listener, event));
        }
    }

    /** What was stored is stored: a listener that fails must not look like a write that failed. */
    private static void tell(Consumer<OutboxEvent> listener, OutboxEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException failed) {
            LOG.atWarn()
                    .addKeyValue("kind", event.kind())
                    .setCause(failed)
                    .log("event will be delivered by the clock");
        }
    }
}
