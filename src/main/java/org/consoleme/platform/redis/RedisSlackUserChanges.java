package org.consoleme.platform.redis;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.consoleme.identity.SlackUserChanges;
import org.consoleme.shared.ProblemException;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code consoleme:slack:changed}: the Slack user's id; each node hears its own words twice. */
@Single
public class RedisSlackUserChanges implements SlackUserChanges {
    private static final Logger LOG = LoggerFactory.getLogger(RedisSlackUserChanges.class);

    private final RedisChannel channel;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    @Inject
    public RedisSlackUserChanges(RedisChannel channel) {
        this.channel = channel;
    }

    @Override
    public void publish(String slackUser) {
        listeners.forEach(listener -> listener.accept(slackUser));
        try {
            channel.publish(RedisChannel.SLACK_USERS, slackUser);
        } catch (ProblemException away) {
            LOG.atDebug().setCause(away).log("other nodes not told of a changed slack user");
        }
    }

    @Override
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
        channel.hear(RedisChannel.SLACK_USERS, listener);
    }
}
