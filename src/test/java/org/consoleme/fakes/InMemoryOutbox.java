package org.consoleme.fakes;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consoleme.audit.Lane;
import org.consoleme.audit.Outbox;
import org.consoleme.audit.OutboxEvent;

/** Effects that are due. Other fakes put theirs in with their own state, as the real ones do. */
public final class InMemoryOutbox implements Outbox {
    private final Map<String, OutboxEvent> events = new ConcurrentSkipListMap<>();
    private final List<Consumer<OutboxEvent>> listeners = new CopyOnWriteArrayList<>();

    /** Makes an event for each kind, in that order, and tells who listens. */
    public void write(String subject, List<OutboxEvent.Kind> kinds, Instant at) {
        List<OutboxEvent> written = new ArrayList<>();
        for (OutboxEvent.Kind kind : kinds) {
            String id = UlidCreator.getMonotonicUlid(at.toEpochMilli()).toString();
            written.add(new OutboxEvent(id, kind, subject, at, 0, at));
        }
        written.forEach(this::put);
    }

    public void put(OutboxEvent event) {
        events.put(event.id(), event);
        listeners.forEach(listener -> listener.accept(event));
    }

    /** Due or not, the oldest first. */
    public List<OutboxEvent> all() {
        return List.copyOf(events.values());
    }

    @Override
    public List<OutboxEvent> due(Instant now, int limit) {
        Set<String> waiting = new HashSet<>();
        List<OutboxEvent> due = new ArrayList<>();
        for (OutboxEvent event : events.values()) {
            String line = event.kind() + event.subject();
            if (event.notBefore().isAfter(now)) {
                waiting.add(line);
            } else if (!waiting.contains(line)) {
                due.add(event);
            }
        }
        Map<Boolean, List<OutboxEvent>> applies =
                due.stream().collect(Collectors.partitioningBy(event -> Lane.of(event).applies()));
        List<OutboxEvent> apply = applies.get(true);
        int room = Math.max(limit - apply.size(), limit / 2);
        List<OutboxEvent> tell = applies.get(false).stream().limit(room).toList();
        return Stream.concat(apply.stream().limit(limit - tell.size()), tell.stream()).toList();
    }

    @Override
    public void done(OutboxEvent event) {
        events.remove(event.id());
    }

    @Override
    public void later(OutboxEvent event, Instant notBefore) {
        events.computeIfPresent(
                event.id(),
                (id, stored) ->
                        new OutboxEvent(
                                id,
                                stored.kind(),
                                stored.subject(),
                                stored.at(),
                                event.attempts() + 1,
                                notBefore));
    }

    @Override
    public void onWritten(Consumer<OutboxEvent> listener) {
        listeners.add(listener);
    }
}
