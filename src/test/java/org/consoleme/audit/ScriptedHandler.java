package org.consoleme.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does as it is told, subject by subject, and remembers what it did. */
public final class ScriptedHandler implements OutboxHandler {
    private final OutboxEvent.Kind kind;
    private final Map<String, Deque<RuntimeException>> failures = new HashMap<>();
    private final Map<String, RuntimeException> always = new HashMap<>();
    private final List<OutboxEvent> tried = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    public ScriptedHandler(OutboxEvent.Kind kind) {
        this.kind = kind;
    }

    /** The next call about this subject fails. */
    public ScriptedHandler fails(String subject, RuntimeException failure) {
        failures.computeIfAbsent(subject, any -> new ArrayDeque<>()).add(failure);
        return this;
    }

    public ScriptedHandler alwaysFails(String subject, RuntimeException failure) {
        always.put(subject, failure);
        return this;
    }

    @Override
    public OutboxEvent.Kind kind() {
        return kind;
    }

    @Override
    public synchronized void handle(OutboxEvent event) {
        tried.add(event);
        RuntimeException failure =
                always.getOrDefault(
                        event.subject(),
                        failures.getOrDefault(event.subject(), new ArrayDeque<>()).poll());
        if (failure != null) {
            throw failure;
        }
        done.add(event.subject());
    }

    public synchronized List<OutboxEvent> tried() {
        return List.copyOf(tried);
    }

    /** Subjects, as often as it succeeded. */
    public synchronized List<String> done() {
        return List.copyOf(done);
    }
}
