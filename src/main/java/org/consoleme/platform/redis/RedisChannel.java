package org.consoleme.platform.redis;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.consoleme.shared.Single;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Tells all nodes that something changed. A word that is lost does no harm: who listens also looks
 * by the clock, and hears once after each reconnection.
 */
@Single
public class RedisChannel {
    static final String INDEXES = "consoleme:index:changed";
    static final String ACCOUNTS = "consoleme:accounts:changed";
    static final String GRANTS = "consoleme:grants:changed";
    static final String CHANGED = "consoleme:changed";
    static final String SLACK_USERS = "consoleme:slack:changed";

    private static final Logger LOG = LoggerFactory.getLogger(RedisChannel.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RedisConnections connections;
    private final ThreadFactory threads;
    private final Map<String, CopyOnWriteArrayList<Consumer<String>>> listeners =
            new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<Jedis> listening = new AtomicReference<>();
    private Thread thread;

    @Inject
    public RedisChannel(RedisConnections connections, ManagedThreadFactory threads) {
        this(connections, (ThreadFactory) threads);
    }

    RedisChannel(RedisConnections connections, ThreadFactory threads) {
        this.connections = connections;
        this.threads = threads;
    }

    void publish(String channel) {
        publish(channel, "");
    }

    void publish(String channel, String message) {
        connections.cache().tell(redis -> redis.publish(channel, message));
    }

    /** {@code listener} must be quick, or hand its work on: it runs on the thread that listens. */
    void listen(String channel, Runnable listener) {
        hear(channel, message -> listener.run());
    }

    /** As {@link #listen}, with the message; after a reconnection the message is empty. */
    synchronized void hear(String channel, Consumer<String> listener) {
        listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(listener);
        if (thread == null && connections.settings().enabled()) {
            thread = threads.newThread(this::run);
            thread.start();
        }
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (Jedis redis = connections.listener()) {
                listening.set(redis);
                if (stopped.getCount() > 0) {
                    redis.subscribe(
                            new Subscription(), INDEXES, ACCOUNTS, GRANTS, CHANGED, SLACK_USERS);
                }
            } catch (JedisException lost) {
                LOG.atDebug().setCause(lost).log("redis channel lost, will listen again");
            } finally {
                listening.set(null);
            }
            if (!pause()) {
                return;
            }
        }
    }

    private boolean pause() {
        try {
            return !stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tell(String channel, String message) {
        for (Consumer<String> listener :
                listeners.getOrDefault(channel, new CopyOnWriteArrayList<>())) {
            try {
                listener.accept(message);
            } catch (RuntimeException failed) {
                // One listener's failure must not end the thread that all listeners share.
                LOG.atError()
                        .addKeyValue("channel", channel)
                        .setCause(failed)
                        .log("listener could not follow a change");
            }
        }
    }

    /** Closes the socket under the listener, so that nothing waits for Redis. */
    @PreDestroy
    void close() {
        stopped.countDown();
        Jedis redis = listening.get();
        if (redis != null) {
            try {
                redis.getConnection().forceDisconnect();
            } catch (java.io.IOException | JedisException alreadyGone) {
                LOG.atDebug().setCause(alreadyGone).log("redis channel was closed already");
            }
        }
    }

    private final class Subscription extends JedisPubSub {
        @Override
        public void onSubscribe(String channel, int subscribed) {
            tell(channel, "");
        }

        @Override
        public void onMessage(String channel, String message) {
            tell(channel, message);
        }
    }
}
