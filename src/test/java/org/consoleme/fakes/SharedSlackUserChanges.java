package org.consoleme.fakes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.consoleme.identity.SlackUserChanges;

/** What one node says all hear, at once. */
public final class SharedSlackUserChanges implements SlackUserChanges {
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void publish(String slackUser) {
        listeners.forEach(listener -> listener.accept(slackUser));
    }

    @Override
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }
}
