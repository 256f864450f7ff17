package org.consoleme.platform.redis;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.consoleme.notifications.ChangeFeed;
import org.consoleme.shared.GrantId;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.RequestId;
import org.consoleme.shared.Single;
import org.consoleme.shared.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code consoleme:changed}: a message for each change, {@code <node> request <id>} or {@code
 * <node> grant <id> <user>}. After each reconnection anything may have changed.
 */
@Single
public class RedisChangeFeed implements ChangeFeed {
    private static final Logger LOG = LoggerFactory.getLogger(RedisChangeFeed.class);
    private static final String REQUEST = "request";
    private static final String GRANT = "grant";

    /** So that nobody hears what they said. */
    private final String node = UUID.randomUUID().toString();

    private final RedisChannel channel;
    private final List<Consumer<Changed>> listeners = new CopyOnWriteArrayList<>();

    @Inject
    public RedisChangeFeed(RedisChannel channel) {
        this.channel = channel;
    }

    @Override
    public void publish(Changed changed) {
        tell(changed);
        try {
            channel.publish(RedisChannel.CHANGED, node + " " + text(changed));
        } catch (ProblemException away) {
            LOG.atDebug().setCause(away).log("other nodes not told of a change");
        }
    }

    @Override
    public synchronized void listen(Consumer<Changed> listener) {
        listeners.add(listener);
        if (listeners.size() == 1) {
            channel.hear(RedisChannel.CHANGED, this::hear);
        }
    }

    private void hear(String message) {
        String[] parts = message.split(" ", 2);
        if (!parts[0].equals(node)) {
            tell(parts.length == 2 ? changed(parts[1]) : new AnythingChanged());
        }
    }

    private void tell(Changed changed) {
        listeners.forEach(listener -> listener.accept(changed));
    }

    static String text(Changed changed) {
        return switch (changed) {
            case RequestChanged(RequestId request) -> REQUEST + " " + request;
            case GrantChanged(GrantId grant, UserId user) -> GRANT + " " + grant + " " + user;
            case AnythingChanged _ -> "";
        };
    }

    /** What cannot be read stands for anything. */
    static Changed changed(String message) {
        String[] words = message.split(" ", 3);
        if (words.length == 2 && words[0].equals(REQUEST) && RequestId.isRequestId(words[1])) {
            return new RequestChanged(new RequestId(words[1]));
        }
        if (words.length == 3
                && words[0].equals(GRANT)
                && GrantId.isGrantId(words[1])
                && UserId.isUserId(words[2])) {
            return new GrantChanged(new GrantId(words[1]), new UserId(words[2]));
        }
        return new AnythingChanged();
    }
}
