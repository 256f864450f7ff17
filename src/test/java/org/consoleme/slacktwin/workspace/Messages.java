package org.consoleme.slacktwin.workspace;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What was said, channel by channel, oldest first; each channel keeps its last {@value #KEPT}. */
public final class Messages {

    /** Messages kept for each channel. */
    public static final int KEPT = 300;

    private final Changes changes;
    private final Clock clock;
    private final Map<String, List<Message>> byChannel = new LinkedHashMap<>();
    private long lastMicros;

    Messages(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    public Message post(Post post) {
        return changes.write(
                () ->
                        keep(
                                new Message(
                                        nextTs(),
                                        post.channel(),
                                        post.author(),
                                        post.content(),
                                        post.threadTs(),
                                        post.ephemeralTo(),
                                        0)));
    }

    /** Puts back a message of an earlier run. */
    void restore(Message message) {
        changes.write(
                () -> {
                    lastMicros = Math.max(lastMicros, micros(message.ts()));
                    return keep(message);
                });
    }

    public Optional<Message> find(String channel, String ts) {
        return in(channel).stream().filter(m -> m.ts().equals(ts)).findFirst();
    }

    /** Gives a message other content. */
    public Optional<Message> rewrite(String channel, String ts, Message.Content content) {
        return changes.write(() -> replace(channel, ts, m -> m.rewritten(content)));
    }

    public boolean delete(String channel, String ts) {
        return changes.write(
                () ->
                        byChannel
                                .getOrDefault(channel, new ArrayList<>())
                                .removeIf(m -> m.ts().equals(ts)));
    }

    public List<Message> in(String channel) {
        return changes.read(() -> List.copyOf(byChannel.getOrDefault(channel, List.of())));
    }

    /** What one person sees in a channel: everything but what is ephemeral to others. */
    public List<Message> in(String channel, String viewer) {
        return in(channel).stream().filter(m -> m.visibleTo(viewer)).toList();
    }

    public List<Message> all() {
        return changes.read(() -> byChannel.values().stream().flatMap(List::stream).toList());
    }

    private Optional<Message> replace(String channel, String ts, UnaryOperator<Message> change) {
        List<Message> messages = byChannel.getOrDefault(channel, new ArrayList<>());
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).ts().equals(ts)) {
                messages.set(i, change.apply(messages.get(i)));
                return Optional.of(messages.get(i));
            }
        }
        return Optional.empty();
    }

    private Message keep(Message message) {
        List<Message> messages =
                byChannel.computeIfAbsent(message.channel(), c -> new ArrayList<>());
        messages.add(message);
        if (messages.size() > KEPT) {
            messages.removeFirst();
        }
        return message;
    }

    /** Time stamps are ids: two messages never share one, whatever the clock says. */
    private String nextTs() {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        lastMicros = Math.max(micros, lastMicros + 1);
        return String.format(
                Locale.ROOT, "%d.%06d", lastMicros / 1_000_000, lastMicros % 1_000_000);
    }

    private static long micros(String ts) {
        return Long.parseLong(ts.replace(".", ""));
    }
}
