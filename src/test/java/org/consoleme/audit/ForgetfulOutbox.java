package org.consoleme.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.consoleme.shared.Problem;

/** Can be read, and not written. */
record ForgetfulOutbox(Outbox behind) implements Outbox {
    @Override
    public List<OutboxEvent> due(Instant now, int limit) {
        return behind.due(now, limit);
    }

    @Override
    public void done(OutboxEvent event) {
        throw new Problem.Unavailable("DynamoDB", Duration.ofSeconds(1)).asException();
    }

    @Override
    public void later(OutboxEvent event, Instant notBefore) {
        done(event);
    }

    @Override
    public void onWritten(Consumer<OutboxEvent> listener) {
        behind.onWritten(listener);
    }
}
